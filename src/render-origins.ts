import { originOf } from './render/helm/origin.ts'
import { isTemplate } from './render/helm/pieces.ts'
import type { Span } from './source/span.ts'
import { slice, type Text } from './source/text.ts'

/** How a place is written: `path:line:column`. */
export type PlaceName = (at: Span) => string

/** Of a value that many places went into, so many are named. */
const mostPlaces = 3

/**
 * What was rendered, with the places to edit behind every value: the main one first. A line that only opens a mapping or a list
 * has no value, and a comment or the line between two documents neither.
 */
export function withOrigins(text: Text, place: PlaceName): string {
  const lines = text.value.split('\n')
  const shown: string[] = []
  let start = 0
  lines.forEach((line, index) => {
    const end = start + line.length
    const hasValue = !/^\s*(?:#|---|$)/.test(line) && !opensBlock(line, lines[index + 1] ?? '')
    const places = hasValue ? placesOf(valueIn(text, start, end), place) : ''
    shown.push(places ? `${line}  # ${places}` : line)
    start = end + 1
  })
  return shown.join('\n')
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** `key:` or `key: |` above what belongs to it. */
function opensBlock(line: string, next: string): boolean {
  if (!/:(?: [|>][-+0-9]*)?\s*$/.test(line)) return false
  const indent = line.length - line.replace(/^\s*(?:- )*/, '').length
  return indentOf(next) > indent || (indentOf(next) === indent && /^\s*- /.test(next))
}

/** The places to edit and, where a template fell back on one of them, the empty values that it stands for. */
function placesOf(value: Text, place: PlaceName): string {
  const origin = originOf(value)
  if (!origin) return ''
  const places = namesOf([origin.at, ...origin.also.filter((one) => !isTemplate(one))], place)
  return origin.insteadOf.length > 0 ? `${places} instead of ${namesOf(origin.insteadOf, place)}` : places
}

/** One place a line: of a quoted value, the quotes and what is in them have places of their own. */
function namesOf(places: readonly Span[], place: PlaceName): string {
  const names = new Map<string, string>()
  for (const at of places) {
    const name = place(at)
    const line = name.replace(/:\d+$/, '')
    if (!names.has(line)) names.set(line, name)
  }
  return firstOf([...names.values()])
}

function firstOf(names: readonly string[]): string {
  const rest = names.length - mostPlaces
  return `${names.slice(0, mostPlaces).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** What stands behind `key: ` or `- `, where there is something: the value is what one asks for. */
function valueIn(text: Text, start: number, end: number): Text {
  const line = text.value.slice(start, end)
  const lead = /^\s*(?:- )*(?:(?:"[^"]*"|'[^']*'|[^\s:#"'][^\s:]*): +)?/.exec(line)?.[0].length ?? 0
  return slice(text, start + (lead < line.length ? lead : 0), end)
}
