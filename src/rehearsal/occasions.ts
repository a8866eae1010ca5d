import type { Filter, Trigger, Workflow } from '../documents/workflow.ts'
import { nowhere } from '../source/span.ts'
import { spoken } from '../source/text.ts'
import type { Names } from '../source/unknown.ts'
import { exampleOf, matchesFilterPattern } from '../syntax/filter-pattern.ts'
import type { Base } from '../world/files.ts'
import type { Occasion } from '../world/run.ts'
import { commitSha, secondCommit } from './commit.ts'
import type { Event } from './stage.ts'

/** What happens to the repository on one world, in order. */
export interface Story {
  readonly label: string
  readonly events: readonly Event[]
}

export interface StoryFacts {
  readonly names: Names
  readonly files: Base
  readonly defaultBranch: string
  /** The sha that is really checked out, where it is known. */
  readonly sha: string | undefined
}

/** Which stories a set of workflows has to tell, as functions of a world's own names. */
export function storiesOf(
  workflows: readonly Workflow[],
  defaultBranch: string,
): readonly ((facts: StoryFacts) => Story)[] {
  const triggers = workflows.flatMap((workflow) => workflow.triggers)
  const has = (...events: readonly string[]): boolean => triggers.some((trigger) => events.includes(trigger.event))
  return [
    (facts) => mainStory(triggers, facts),
    ...(has('pull_request', 'pull_request_target') ? [(facts: StoryFacts) => pullRequestStory(triggers, facts)] : []),
    ...otherBranches(triggers, defaultBranch).map((branch) => (facts: StoryFacts) => branchStory(branch, facts)),
  ]
}

/** Push of commit 1; its tag and release; a scheduled and a manual run; push of commit 2; its tag and release. */
function mainStory(triggers: readonly Trigger[], facts: StoryFacts): Story {
  const has = (...events: readonly string[]): boolean => triggers.some((trigger) => events.includes(trigger.event))
  const branch = facts.defaultBranch
  const events: Event[] = []
  for (const commit of [1, 2] as const) {
    events.push(eventOf(facts, 'push', `refs/heads/${branch}`, commit, `a push to ${branch}`))
    for (const tag of tagsOf(triggers, commit)) {
      enterTag(facts.names, tag)
      events.push(eventOf(facts, 'push', `refs/tags/${tag}`, commit, 'a push of a tag'))
      if (has('release'))
        events.push({
          ...eventOf(facts, 'release', `refs/tags/${tag}`, commit, 'a release'),
          release: spoken(tag, nowhere),
        })
    }
    if (commit === 2) break
    if (has('schedule')) events.push(eventOf(facts, 'schedule', `refs/heads/${branch}`, commit, 'a scheduled run'))
    if (has('workflow_dispatch'))
      events.push(eventOf(facts, 'workflow_dispatch', `refs/heads/${branch}`, commit, 'a manual run'))
    if (has('repository_dispatch'))
      events.push(eventOf(facts, 'repository_dispatch', `refs/heads/${branch}`, commit, 'a dispatched run'))
    if (has('workflow_call'))
      events.push(eventOf(facts, 'workflow_call', `refs/heads/${branch}`, commit, 'a call from elsewhere'))
  }
  return { label: `${branch} and its tags`, events }
}

function pullRequestStory(triggers: readonly Trigger[], facts: StoryFacts): Story {
  const { names } = facts
  const target = triggers.find(
    (trigger) => trigger.event.startsWith('pull_request') && trigger.branches?.kind === 'only',
  )
  const named = target?.branches?.patterns.map((pattern) => exampleOf(pattern.value)) ?? []
  const baseRef = named.length > 0 && !named.includes(facts.defaultBranch) ? (named[0] as string) : facts.defaultBranch
  const number = '42761'
  names.standIns.push({ value: number, label: 'the number of the pull request', pattern: '\\d+', cuttable: false })
  names.standIns.push({ value: 'topic-kxqw', label: 'github.head_ref', pattern: '[\\w./-]+', cuttable: false })
  const pullRequest = {
    number,
    headSha: commitSha(names, 1, undefined, 'github.event.pull_request.head.sha'),
    headRef: 'topic-kxqw',
    baseRef,
  }
  const merge = { ...eventOf(facts, 'pull_request', `refs/pull/${number}/merge`, 1, 'a pull request'), pullRequest }
  const target_ = {
    ...eventOf(facts, 'pull_request_target', `refs/heads/${baseRef}`, 1, 'a pull request'),
    pullRequest,
  }
  return { label: 'a pull request', events: [merge, target_] }
}

function branchStory(branch: string, facts: StoryFacts): Story {
  const push = (commit: 1 | 2): Event => eventOf(facts, 'push', `refs/heads/${branch}`, commit, `a push to ${branch}`)
  return { label: branch, events: [push(1), push(2)] }
}

function eventOf(facts: StoryFacts, event: Occasion['event'], ref: string, commit: 1 | 2, label: string): Event {
  const sha = commitSha(facts.names, commit, facts.sha)
  const files = commit === 1 ? facts.files : secondCommit(facts.files, facts.names)
  return { occasion: { event, ref, sha, commit, label }, files, release: undefined, pullRequest: undefined }
}

const versions = { 1: '7.31.4', 2: '7.31.5' } as const

/** Tags that the filters ask for; `v7.31.4` stands for all versions. */
function tagsOf(triggers: readonly Trigger[], commit: 1 | 2): readonly string[] {
  const filters = triggers.flatMap((trigger) =>
    trigger.event === 'push' && trigger.tags?.kind === 'only' ? trigger.tags.patterns : [],
  )
  const wanted = filters
    .filter((pattern) => !pattern.value.startsWith('!'))
    .map((pattern) => versionTag(pattern.value, commit))
  const any = triggers.some(
    (trigger) => trigger.event === 'release' || (trigger.event === 'push' && trigger.tags?.kind === 'except'),
  )
  const tags = new Set([...wanted, ...(any && wanted.length === 0 ? [`v${versions[commit]}`] : [])])
  return [...tags].slice(0, 4)
}

function versionTag(pattern: string, commit: 1 | 2): string {
  const literal = /^[^*?+[\]\\]*/.exec(pattern)?.[0] ?? ''
  const tag = literal + versions[commit]
  return matchesFilterPattern(pattern, tag) ? tag : exampleOf(pattern)
}

function enterTag(names: Names, tag: string): void {
  const version = Object.values(versions).find((one) => tag.includes(one))
  const enter = (value: string, label: string): void => {
    if (!names.standIns.some((one) => one.value === value))
      names.standIns.push({ value, label, pattern: '[\\w.+-]+', cuttable: false })
  }
  enter(tag, 'the tag')
  if (!version) return
  enter(version, 'the version of the tag')
  enter('7.31', 'major.minor of the tag')
}

/** Branches that push filters name and that are not the default branch: each has a story of its own. */
function otherBranches(triggers: readonly Trigger[], defaultBranch: string): readonly string[] {
  const patterns = triggers.flatMap((trigger) =>
    trigger.event === 'push' && trigger.branches?.kind === 'only' ? trigger.branches.patterns : [],
  )
  const names = patterns.filter((pattern) => !pattern.value.startsWith('!')).map((pattern) => exampleOf(pattern.value))
  return [...new Set(names)]
    .filter(
      (name) =>
        name !== defaultBranch &&
        name !== '' &&
        !matchesAny(
          patterns.map((one) => one.value),
          defaultBranch,
          name,
        ),
    )
    .slice(0, 5)
}

/** A wildcard that the default branch matches too needs no branch of its own. */
const matchesAny = (patterns: readonly string[], defaultBranch: string, example: string): boolean =>
  patterns.some(
    (pattern) => exampleOf(pattern) === example && pattern !== example && matchesFilterPattern(pattern, defaultBranch),
  )

/** How a trigger answers to an event: it starts the workflow, it does not, or it does under an assumption. */
export function firesOn(trigger: Trigger, event: Event): 'no' | 'yes' | { readonly condition: string } {
  const { occasion } = event
  if (trigger.event !== occasion.event) return 'no'
  if (occasion.event === 'push' && !passesRefs(trigger, occasion.ref)) return 'no'
  if (occasion.event === 'pull_request' || occasion.event === 'pull_request_target') {
    if (!passes(trigger.branches, event.pullRequest?.baseRef ?? '')) return 'no'
  }
  if (!trigger.paths || occasion.ref.startsWith('refs/tags/')) return 'yes'
  return {
    condition: `paths ${trigger.paths.kind} ${trigger.paths.patterns.map((pattern) => pattern.value).join(' ')}`,
  }
}

/** With only `tags`, branches do not start it, and the other way round. */
function passesRefs(trigger: Trigger, ref: string): boolean {
  const isTag = ref.startsWith('refs/tags/')
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '')
  const [own, other] = isTag ? [trigger.tags, trigger.branches] : [trigger.branches, trigger.tags]
  return own ? passes(own, name) : !other || other.kind === 'except'
}

/** GitHub reads the patterns in order; a later one overrules. */
export function passes(filter: Filter | undefined, name: string): boolean {
  if (!filter) return true
  if (filter.kind === 'except') return !filter.patterns.some((pattern) => matchesFilterPattern(pattern.value, name))
  let passed = false
  for (const pattern of filter.patterns) {
    const negated = pattern.value.startsWith('!')
    if (matchesFilterPattern(negated ? pattern.value.slice(1) : pattern.value, name)) passed = !negated
  }
  return passed
}
