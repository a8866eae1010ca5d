import { compare } from '../../../source/compare.ts'
import { concatAll, emptyText, placeOf, spoken, type Text } from '../../../source/text.ts'
import { holdsUnknown, type Names, unknown } from '../../../source/unknown.ts'
import { escapeHtml, parseTemplate } from '../../../syntax/handlebars.ts'

/** What the action knows of the event. Undefined: nobody knows. */
export interface MetadataContext {
  readonly names: Names
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly defaultBranch: string | undefined
  /** The branch a tag or a pull request is based on, as the payload has it; '' for none. */
  readonly baseRef: string | undefined
  readonly shortShaLength: number | undefined
}

/** The value of a name in a template; undefined where nobody knows it or the action refuses it. */
type LookUp = (name: string, args: readonly string[]) => string | undefined

/** A template with its expressions put in. Undefined where it cannot be told. */
export function expand(template: Text, lookUp: LookUp): Text | undefined {
  const parts: Text[] = []
  for (const part of parseTemplate(template) ?? [undefined]) {
    if (!part) return undefined
    if (part.kind === 'literal') parts.push(part.text)
    else {
      const value = lookUp(part.name, part.arguments)
      if (value === undefined) return undefined
      parts.push(spoken(part.escaped ? escapeHtml(value) : value, placeOf(part.text)))
    }
  }
  return concatAll(parts)
}

/** The global expressions of docker/metadata-action (src/meta.ts setGlobalExp); a name that it does not have is empty. */
export const globalExpression =
  (context: MetadataContext): LookUp =>
  (name, args) => {
    if (name === 'date' || name === 'commit_date') return dateOf(context, name, args)
    if (args.length > 0) return undefined
    if (Object.hasOwn(globals, name)) return globals[name]?.(context)
    return ''
  }

const globals: Readonly<Record<string, (context: MetadataContext) => string | undefined>> = {
  branch: ({ ref }) => after(ref, 'refs/heads/'),
  tag: ({ ref }) => after(ref, 'refs/tags/'),
  sha: shortSha,
  base_ref: ({ ref, baseRef }) => (/^refs\/(?:tags|pull)\//.test(ref) || holdsUnknown(ref) ? baseRef : ''),
  is_default_branch: (context) => isDefaultBranch(context)?.toString(),
  is_not_default_branch: (context) => {
    const known = isDefaultBranch(context)
    return known === undefined ? undefined : (!known).toString()
  },
}

/** A date of this run, which no other run shares. */
export const dateOf = (context: MetadataContext, name: string, args: readonly string[]): string =>
  unknown(
    context.names,
    `${name}(${args.join(',')})@${context.sha}`,
    name === 'date' ? 'the date' : "the commit's date",
  )

/** What follows a prefix, '' where it does not stand. Undefined where an unknown hides it. */
function after(ref: string, prefix: string): string | undefined {
  if (ref.startsWith(prefix)) return ref.slice(prefix.length)
  return holdsUnknown(ref.slice(0, prefix.length)) ? undefined : ''
}

/** The first characters of the commit, seven unless the environment says otherwise. */
export function shortSha({ names, sha, shortShaLength }: MetadataContext): string {
  if (holdsUnknown(sha) || shortShaLength === undefined)
    return unknown(names, `short(${sha})`, 'the beginning of the commit')
  return sha.slice(0, shortShaLength)
}

/** Events that always stand for the last commit of the default branch (src/meta.ts). */
const onDefaultBranch = /create|discussion|issues|schedule/

function isDefaultBranch({ ref, event, defaultBranch }: MetadataContext): boolean | undefined {
  const branch = ref.replace(/^refs\/heads\//, '')
  if (branch === '') return false
  const compared = defaultBranch === undefined ? undefined : compare(branch, defaultBranch)
  if (compared === 'same' || onDefaultBranch.test(event)) return true
  if (/^refs\/(?:tags|pull)\//.test(ref) || compared === 'different') return false
  return undefined
}

/** Joined texts, or undefined if one of them is. */
export const joined = (...texts: readonly (Text | undefined)[]): Text | undefined =>
  texts.includes(undefined) ? undefined : concatAll(texts.map((text) => text ?? emptyText))
