import type { Span } from './span.ts'
import { placeOf, remade, spoken, type Text } from './text.ts'

/**
 * What a rehearsal knows only by name.
 *
 * Unknowns (a secret, an API answer, the output of a command that is not modelled) are one private-use code unit each,
 * U+E000 to U+F8FE, so that they travel through ordinary string handling. U+F8FF stands for "unknown, and equal to nothing",
 * also when the table is full. Repository files are read with this range replaced by U+FFFD, so none can be forged.
 *
 * Stand-ins are concrete values for things whose relations matter (a commit's sha): tools compute on them, and a message
 * shows the name, never the value.
 */
export interface Names {
  readonly unknowns: Map<string, string>
  readonly labels: Map<string, string>
  readonly standIns: StandIn[]
}

export interface StandIn {
  readonly value: string
  readonly label: string
  /** Further values that other runs of the same workflow have in its place, as a pattern: `[0-9a-f]{40}` for a sha. */
  readonly pattern: string
  /** Whether a leading part is worth naming as such, as for a sha ("first 7 of github.sha"). */
  readonly cuttable: boolean
}

export const newNames = (): Names => ({ unknowns: new Map(), labels: new Map(), standIns: [] })

const firstUnknown = 0xe000
const lastUnknown = 0xf8fe
/** Equal to nothing, not even to itself. */
export const equalToNothing = '\uf8ff'

/** The unknown of that key: the same character for the same key. `label` is what a message calls it. */
export function unknown(names: Names, key: string, label: string): string {
  const known = names.unknowns.get(key)
  if (known) return known
  const code = firstUnknown + names.labels.size
  if (code > lastUnknown) return equalToNothing
  const made = String.fromCharCode(code)
  names.unknowns.set(key, made)
  names.labels.set(made, label)
  return made
}

export const unknownText = (names: Names, key: string, label: string, at: Span): Text =>
  spoken(unknown(names, key, label), at)

const anyUnknown = /[\uE000-\uF8FF]/

export const holdsUnknown = (value: string): boolean => anyUnknown.test(value)

export const isOneUnknown = (value: string): boolean => value.length === 1 && anyUnknown.test(value)

/**
 * What an operation that looks inside its inputs makes of them: computed when every input is known, otherwise one unknown
 * that is the same for the same operation on the same inputs. The result is placed where the first input is.
 */
export function looking(names: Names, operation: string, inputs: readonly Text[], compute: () => string): Text {
  const first = inputs[0] as Text
  if (!inputs.some((input) => holdsUnknown(input.value))) return remade(first, compute())
  const key = `${operation}(${inputs.map((input) => input.value).join(',')})`
  return remade(first, unknown(names, key, inputs.map((input) => show(names, input.value)).join(', ')))
}

/** A fresh unknown in place of `text`, keyed by what was done to it. */
export const obscured = (names: Names, operation: string, text: Text): Text =>
  spoken(unknown(names, `${operation}(${text.value})`, show(names, text.value)), placeOf(text))

/** The shortest leading part of a cuttable stand-in that is taken for it and not for a coincidence. */
const shortestPart = 5

/**
 * A value as a person may read it: unknowns and stand-ins by name, in angle brackets. No invented value survives:
 * `app:<github.sha>`, `app:<first 7 of github.sha>`, `<secrets.REGISTRY>/app`.
 */
export function show(names: Names, value: string): string {
  let shown = ''
  for (let index = 0; index < value.length; ) {
    const part = standInAt(names, value, index)
    const label = names.labels.get(value[index] as string)
    if (part) {
      shown +=
        part.length === part.standIn.value.length
          ? `<${part.standIn.label}>`
          : `<first ${part.length} of ${part.standIn.label}>`
      index += part.length
    } else {
      if (label !== undefined) shown += label.startsWith('<') ? label : `<${label}>`
      else shown += value[index] === equalToNothing ? '<?>' : value[index]
      index += 1
    }
  }
  return shown
}

interface StandInPart {
  readonly standIn: StandIn
  readonly length: number
}

/** The stand-in (or a leading part of one) that begins at `index`; the longest wins. */
function standInAt(names: Names, value: string, index: number): StandInPart | undefined {
  let best: StandInPart | undefined
  for (const standIn of names.standIns) {
    if (value[index] !== standIn.value[0]) continue
    let length = 0
    while (length < standIn.value.length && value[index + length] === standIn.value[length]) length += 1
    const whole = length === standIn.value.length
    if (!whole && !(standIn.cuttable && length >= shortestPart)) continue
    if (!best || length > best.length) best = { standIn, length }
  }
  return best
}

/** Whether the value says something that only this run knows: a stand-in or an unknown. */
export function isOfThisRun(names: Names, value: string): boolean {
  if (holdsUnknown(value)) return true
  for (let index = 0; index < value.length; index += 1) if (standInAt(names, value, index)) return true
  return false
}

/** A pattern for what other runs have in place of `value`: shas of other commits, other tags, anything for an unknown. */
export function likesOf(names: Names, value: string): RegExp {
  let pattern = ''
  for (let index = 0; index < value.length; ) {
    const part = standInAt(names, value, index)
    if (part) {
      pattern += part.length === part.standIn.value.length ? part.standIn.pattern : `[0-9a-f]{${part.length}}`
      index += part.length
    } else {
      const character = value[index] as string
      pattern += anyUnknown.test(character) ? '.*' : character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
      index += 1
    }
  }
  return new RegExp(`^(?:${pattern})$`, 's')
}
