import type { Span } from '../../../source/span.ts'
import { concat, concatAll, emptyText, placeOf, spoken, type Text } from '../../../source/text.ts'
import { equalToNothing, holdsUnknown, show, unknown } from '../../../source/unknown.ts'
import type { MetadataContext } from './expression.ts'
import type { Flavor, ImageLine, TagLine } from './inputs.ts'
import { produce, sanitized } from './tags.ts'

/** The tags of a step: those that are certain, and in place of each undecided one an unknown that may be anything. */
export interface MetadataVersion {
  readonly main: Text | undefined
  readonly names: readonly Text[]
}

/** Joins what the lines produce, in the order of their priority (docker/metadata-action src/meta.ts getVersion, generateTags). */
export function versionOf(
  lines: readonly TagLine[],
  flavor: Flavor,
  context: MetadataContext,
  at: Span,
): MetadataVersion {
  const names: Text[] = []
  const deciding: (boolean | undefined)[] = []
  let settled = false
  let main: Text | undefined
  for (const line of lines) {
    const produced = produce(line, flavor, context)
    if (produced.kind === 'nothing') continue
    const name = produced.kind === 'tag' ? produced.tag : anyTag(line.line, context)
    if (!names.some((one) => one.value === name.value)) names.push(name)
    if (settled) continue
    deciding.push(produced.latest)
    settled = produced.kind === 'tag' && !mayBeEmpty(name)
    main = deciding.length === 1 && settled ? name : anyVersion(lines, context, at)
  }
  const latest = names.length === 0 ? false : latestOf(flavor, deciding, settled)
  if (latest !== false) names.push(latest ? latestTag(flavor, at) : anyTag(spoken('latest', flavor.at ?? at), context))
  return { main, names }
}

/** A tag of nothing but unknowns may turn out empty, and is dropped then. */
const mayBeEmpty = (tag: Text): boolean => /^[\uE000-\uF8FF]*$/.test(tag.value)

/** `latest` follows the first tag that is produced; undefined where more than one may be the first and they disagree. */
function latestOf(flavor: Flavor, deciding: readonly (boolean | undefined)[], settled: boolean): boolean | undefined {
  if (flavor.latest === 'false') return false
  if (flavor.latest === 'true') return settled || undefined
  if (flavor.latest !== 'auto') return undefined
  const [first] = deciding
  if (first === undefined || deciding.some((one) => one !== first)) return undefined
  return first && !settled ? undefined : first
}

function latestTag(flavor: Flavor, at: Span): Text {
  const word = spoken('latest', flavor.at ?? at)
  return sanitized(
    concat(...(flavor.prefixLatest ? [flavor.prefix] : []), word, ...(flavor.suffixLatest ? [flavor.suffix] : [])),
  )
}

/** In place of a tag that is there or not: it may be anything, so nobody can prove a mismatch. */
function anyTag(line: Text, context: MetadataContext): Text {
  const key = `metadata tag ${line.value} on ${context.ref} at ${context.sha}`
  const why = holdsUnknown(line.value) ? show(context.names, line.value) : `${line.value}, if it applies`
  return spoken(unknown(context.names, key, why), placeOf(line))
}

const anyVersion = (lines: readonly TagLine[], context: MetadataContext, at: Span): Text =>
  spoken(
    unknown(
      context.names,
      `metadata version ${lines.map((line) => line.line.value).join('\n')} on ${context.ref} at ${context.sha}`,
      'the version of docker/metadata-action',
    ),
    at,
  )

/** Every tag of every image; bare tags where no image is given. An image that may be off has one that may be anything. */
export function referencesOf(images: readonly ImageLine[], version: MetadataVersion, at: Span): readonly Text[] {
  if (images.length === 0) return version.names
  return images.flatMap(({ name, enabled }) => {
    if (enabled === false) return []
    const names = enabled ? version.names : version.names.slice(0, 1)
    return names.map((tag) =>
      concat(lowerCase(name), spoken(':', placeOf(name)), enabled ? tag : spoken(equalToNothing, at)),
    )
  })
}

/** Image names are made lower case. An unknown that names a repository is so already, or names none. */
const lowerCase = (name: Text): Text =>
  name.value === name.value.toLowerCase()
    ? name
    : concatAll(name.pieces.map((piece, index) => lowerPiece(name, index, piece.end)))

function lowerPiece(name: Text, index: number, end: number): Text {
  const start = index === 0 ? 0 : (name.pieces[index - 1]?.end ?? 0)
  const piece = name.pieces[index]
  const value = name.value.slice(start, end).toLowerCase()
  return piece
    ? { value, pieces: [{ ...piece, end: value.length, exact: piece.exact && value.length === end - start }] }
    : emptyText
}
