/** What the payload of a GitHub event says that matters here. */
export interface EventFacts {
  /** `owner/name`. */
  readonly repository: string | undefined
  readonly defaultBranch: string | undefined
  /** The two commits between which the event's change lies; undefined where there is no such thing, or no commit before. */
  readonly comparison: Comparison | undefined
}

export interface Comparison {
  readonly base: string
  readonly head: string
}

/** Reads a payload as it came: any JSON value, nothing in it is taken for granted. */
export function eventFacts(eventName: string, payload: unknown): EventFacts {
  const text = (...path: readonly string[]): string | undefined => {
    const found = path.reduce<unknown>((value, key) => fieldOf(value, key), payload)
    return typeof found === 'string' && found !== '' ? found : undefined
  }
  return {
    repository: text('repository', 'full_name'),
    defaultBranch: text('repository', 'default_branch'),
    comparison: comparisonOf(eventName, text),
  }
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

function comparisonOf(
  eventName: string,
  text: (...path: readonly string[]) => string | undefined,
): Comparison | undefined {
  if (eventName === 'pull_request' || eventName === 'pull_request_target')
    return between(text('pull_request', 'base', 'sha'), text('pull_request', 'head', 'sha'))
  if (eventName === 'merge_group') return between(text('merge_group', 'base_sha'), text('merge_group', 'head_sha'))
  return eventName === 'push' ? between(text('before'), text('after')) : undefined
}

/** A push that makes or deletes a branch has zeros at one end. */
const between = (base: string | undefined, head: string | undefined): Comparison | undefined =>
  isCommit(base) && isCommit(head) ? { base, head } : undefined

const isCommit = (sha: string | undefined): sha is string =>
  sha !== undefined && /^[0-9a-f]{40,64}$/.test(sha) && !/^0+$/.test(sha)
