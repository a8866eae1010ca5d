import { concatAll, placeOf, slice, spoken, type Text } from '../../../source/text.ts'
import { holdsUnknown } from '../../../source/unknown.ts'
import { attribute } from '../../../syntax/csv-list.ts'
import { parseTemplate } from '../../../syntax/handlebars.ts'
import { parsePep440 } from '../../../syntax/pep440.ts'
import { compilePattern, matchesOf } from '../../../syntax/regex.ts'
import { parseSemver } from '../../../syntax/semver.ts'
import { dateOf, expand, globalExpression, joined, type MetadataContext, shortSha } from './expression.ts'
import type { Flavor, TagLine } from './inputs.ts'

/** What a line of `tags` produces. */
export type Produced =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tag'; readonly tag: Text; readonly latest: boolean }
  /** A tag or none; nobody can tell. */
  | { readonly kind: 'undecided'; readonly latest: boolean | undefined }

/** Whether `latest` comes with a line whatever its tag is; with a version it depends on the version. */
function latestWith({ type, attributes }: TagLine): boolean | undefined {
  if (type === 'semver' || type === 'pep440' || type === 'unclear') return undefined
  return type === 'match' || (type === 'ref' && attribute(attributes, 'event')?.value === 'tag')
}

interface Value {
  readonly text: Text
  /** Whether the tag `latest` comes with it when the flavor leaves that open. */
  readonly latest: boolean
}

const nothing = 'nothing'
/** Undefined: undecided. */
type Evaluation = Value | typeof nothing | undefined

/** What a line produces on an event (docker/metadata-action src/meta.ts getVersion and proc*). */
export function produce(line: TagLine, flavor: Flavor, context: MetadataContext): Produced {
  const enable = attribute(line.attributes, 'enable')
  const enabled = enable ? expand(enable, globalExpression(context))?.value : 'true'
  if (enabled === 'false') return { kind: 'nothing' }
  const value = evaluate(line, context)
  if (value === nothing) return { kind: 'nothing' }
  const tag = value && enabled === 'true' ? withAffixes(value.text, line, flavor, context) : undefined
  if (!value || !tag) return { kind: 'undecided', latest: latestWith(line) }
  if (tag.value === '') return { kind: 'nothing' }
  return { kind: 'tag', tag: sanitized(tag), latest: value.latest }
}

function evaluate(line: TagLine, context: MetadataContext): Evaluation {
  switch (line.type) {
    case 'schedule':
      return scheduled(line, context)
    case 'semver':
    case 'pep440':
      return versioned(line, context)
    case 'match':
      return matched(line, context)
    case 'edge':
      return edge(line, context)
    case 'ref':
      return reference(line, context)
    case 'raw':
      return raw(line, context)
    case 'sha':
      return commit(line, context)
    case 'unclear':
      return undefined
  }
}

const said = (value: string, line: TagLine, latest = false): Value => ({
  text: spoken(value, placeOf(line.line)),
  latest,
})

function scheduled(line: TagLine, context: MetadataContext): Evaluation {
  if (!context.event.includes('schedule')) return nothing
  const pattern = attribute(line.attributes, 'pattern')
  if (!pattern) return said('nightly', line)
  const text = expand(pattern, (name, args) =>
    name === 'date' || name === 'commit_date' ? dateOf(context, name, args) : args.length > 0 ? undefined : '',
  )
  return text && { text, latest: false }
}

/** The git tag, or what `value=` says; undefined where nobody knows. */
function versionText(line: TagLine, context: MetadataContext): Text | typeof nothing | undefined {
  const value = attribute(line.attributes, 'value')
  if (value?.value) return expand(value, globalExpression(context))
  if (context.ref.startsWith('refs/tags/')) return spoken(context.ref.slice('refs/tags/'.length), placeOf(line.line))
  return holdsUnknown(context.ref.slice(0, 'refs/tags/'.length)) ? undefined : nothing
}

function versioned(line: TagLine, context: MetadataContext): Evaluation {
  const pattern = attribute(line.attributes, 'pattern')
  const text = versionText(line, context)
  if (text === nothing) return nothing
  if (!pattern || !text || holdsUnknown(text.value) || holdsUnknown(pattern.value)) return undefined
  const cut = firstGroup(text.value, attribute(line.attributes, 'match')?.value)
  if (cut === undefined) return undefined
  const written = cut.replaceAll('/', '-')
  const version = line.type === 'semver' ? semanticNames(written) : pythonNames(written)
  if (!version) return nothing
  const template = version.final || isRaw(pattern) ? pattern : spoken('{{version}}', placeOf(pattern))
  const made = expand(template, (name, args) => (args.length > 0 ? undefined : (version.names[name] ?? version.other)))
  return made && { text: made, latest: version.final }
}

interface Names {
  readonly names: Readonly<Record<string, string>>
  /** What any other name stands for; undefined where the version has more than is known here. */
  readonly other: string | undefined
  readonly final: boolean
}

function semanticNames(written: string): Names | undefined {
  const version = parseSemver(written)
  return (
    version && {
      names: {
        raw: version.raw,
        version: version.version,
        major: `${version.major}`,
        minor: `${version.minor}`,
        patch: `${version.patch}`,
      },
      other: undefined,
      final: version.prerelease === undefined,
    }
  )
}

function pythonNames(written: string): Names | undefined {
  const version = parsePep440(written)
  return (
    version && {
      names: {
        raw: version.raw,
        version: version.version,
        major: `${version.release[0] ?? 0}`,
        minor: `${version.release[1] ?? 0}`,
        patch: `${version.release[2] ?? 0}`,
      },
      other: '',
      final: version.final,
    }
  )
}

/** The first group of `match=`; the whole where the pattern does not match, which is only a warning. */
function firstGroup(value: string, pattern: string | undefined): string | undefined {
  if (!pattern) return value
  const compiled = holdsUnknown(pattern) ? undefined : compilePattern(pattern)
  if (!compiled) return undefined
  const match = matchesOf(compiled, value, 1)[0]
  const group = match?.groups[1]
  return match ? group && value.slice(group.start, group.end) : value
}

function isRaw(pattern: Text): boolean {
  const [part, ...rest] = parseTemplate(pattern) ?? []
  return rest.length === 0 && part?.kind === 'expression' && part.name === 'raw' && part.arguments.length === 0
}

function matched(line: TagLine, context: MetadataContext): Evaluation {
  const pattern = attribute(line.attributes, 'pattern')
  const text = versionText(line, context)
  if (text === nothing) return nothing
  if (!pattern || !text || holdsUnknown(text.value) || holdsUnknown(pattern.value)) return undefined
  const written = /^\/(.+)\/(.*)$/.exec(pattern.value)
  const flags = written?.[2] ?? ''
  const compiled = compilePattern(written?.[1] ?? pattern.value, {
    ignoreCase: flags.includes('i'),
    multiline: flags.includes('m'),
  })
  if (!compiled || /[^gimu]/.test(flags)) return undefined
  const matches = matchesOf(compiled, text.value)
  const first = matches[0]
  const group = Number(attribute(line.attributes, 'group')?.value ?? '0')
  // With the flag `g`, JavaScript's match() lists the matches, and the action takes one of these for a group.
  const found = flags.includes('g') ? matches[group] : first?.groups[group]
  return first && found ? { text: slice(text, found.start, found.end), latest: true } : nothing
}

function edge(line: TagLine, context: MetadataContext): Evaluation {
  const branch = refAfter(context, 'refs/heads/')
  if (branch === nothing) return nothing
  const wanted = attribute(line.attributes, 'branch')?.value || context.defaultBranch
  if (branch === undefined || wanted === undefined || holdsUnknown(branch + wanted)) return undefined
  return branch === wanted ? said('edge', line) : nothing
}

function refAfter({ ref }: MetadataContext, prefix: string): string | typeof nothing | undefined {
  if (ref.startsWith(prefix)) return ref.slice(prefix.length)
  return holdsUnknown(ref.slice(0, prefix.length)) ? undefined : nothing
}

function reference(line: TagLine, context: MetadataContext): Evaluation {
  const event = attribute(line.attributes, 'event')?.value
  const prefix = { branch: 'refs/heads/', tag: 'refs/tags/', pr: 'refs/pull/' }[event ?? '']
  const name = prefix && refAfter(context, prefix)
  if (name === undefined || name === '' || name === nothing) return name === nothing ? nothing : undefined
  return said(event === 'pr' ? name.replace(/\/merge$/, '') : name, line, event === 'tag')
}

function raw(line: TagLine, context: MetadataContext): Evaluation {
  const value = attribute(line.attributes, 'value')
  const text = value && expand(value, globalExpression(context))
  return text && { text, latest: false }
}

function commit(line: TagLine, context: MetadataContext): Evaluation {
  if (context.sha === '') return nothing
  const format = attribute(line.attributes, 'format')?.value ?? 'short'
  if (format !== 'short' && format !== 'long') return undefined
  return said(format === 'long' ? context.sha : shortSha(context), line)
}

/** Prefix and suffix: the line's own, the type's, the flavor's, in this order. */
function withAffixes(value: Text, line: TagLine, flavor: Flavor, context: MetadataContext): Text | undefined {
  const look = globalExpression(context)
  const pr = line.type === 'ref' && attribute(line.attributes, 'event')?.value === 'pr'
  const own = line.type === 'sha' ? 'sha-' : pr ? 'pr-' : undefined
  const prefix = affix(line, 'prefix') ?? (own === undefined ? flavor.prefix : spoken(own, placeOf(line.line)))
  return joined(expand(prefix, look), value, expand(affix(line, 'suffix') ?? flavor.suffix, look))
}

/** An affix that is written counts even when it is empty. */
const affix = (line: TagLine, name: string): Text | undefined => attribute(line.attributes, name)

/** Characters that no tag may have become one `-` each run. An unknown that is a tag already stays what it is. */
export function sanitized(tag: Text): Text {
  const parts: Text[] = []
  let from = 0
  for (const match of tag.value.matchAll(/[^a-zA-Z0-9._\uE000-\uF8FF-]+/g)) {
    const end = match.index + match[0].length
    parts.push(slice(tag, from, match.index), spoken('-', placeOf(slice(tag, match.index, end))))
    from = end
  }
  return parts.length === 0 ? tag : concatAll([...parts, slice(tag, from)])
}
