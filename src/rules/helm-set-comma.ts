import type { Fix, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { pieceAt, placeOf, slice, type Text } from '../source/text.ts'
import { holdsUnknown, show } from '../source/unknown.ts'
import type { Setting } from '../world/cluster.ts'
import { type Assignment, lostEscapes, readSetting, type SetFailure } from '../world/settings.ts'
import type { World } from '../world/world.ts'

export const helmSetComma = rule({
  id: 'helm-set-comma',
  summary: 'a comma inside a --set value, where Helm begins another key',
  severity: 'error',
  seen: 'Error: failed parsing --set data',
  on: 'release',
  *check(release, world): Iterable<Problem> {
    for (const setting of release.settings) {
      if (setting.kind !== 'set' && setting.kind !== 'set-string') continue
      const { assignments, fails } = readSetting(setting)
      // A comma that was escaped, and lost its backslash to the shell, is another finding.
      if (!release.tool.includes('/') && lostEscapes(setting.text).some(({ character }) => character === ',')) continue
      const before = assignments.at(-1)
      if (fails?.comma && before && !holdsUnknown(setting.text.value)) {
        yield broken(world, setting, before, fails, release.tool)
        continue
      }
      for (const [index, assignment] of assignments.entries()) {
        const previous = assignments[index - 1]
        if (assignment.comma && previous && cameWithValue(setting.text, assignment, previous))
          yield anotherKey(world, setting, previous, assignment, release.tool)
      }
    }
  },
})

function broken(world: World, setting: Setting, before: Assignment, fails: SetFailure, tool: string): Problem {
  const rest = show(world.names, slice(setting.text, fails.at.start).value)
  return {
    at: placeOf(slice(setting.text, fails.comma?.start ?? fails.at.start, fails.at.end)),
    message: `${tool} takes the comma in the value of ${keyOf(world, before)} for the end of it, and cannot read what follows: ${rest}`,
    because: [
      { at: placeOf(slice(setting.text, before.start, before.end)), message: `${keyOf(world, before)} is set here` },
    ],
    help: 'escape the comma (\\,) inside quotes, or put the value into a file for --values',
    seen: `Error: failed parsing --${setting.kind} data: ${show(world.names, fails.message.replace(/^failed parsing --[\w-]+ data: /, ''))}`,
    ...fixOf(setting, fails.comma, tool),
  }
}

function anotherKey(world: World, setting: Setting, before: Assignment, assignment: Assignment, tool: string): Problem {
  return {
    at: placeOf(slice(setting.text, assignment.start, assignment.end)),
    message: `${tool} takes a comma that came with the value of ${keyOf(world, before)} for the beginning of another key: ${keyOf(world, assignment)} is set, and ${keyOf(world, before)} is cut short`,
    because: [
      { at: placeOf(slice(setting.text, before.start, before.end)), message: `${keyOf(world, before)} is set here` },
    ],
    help: 'use --set-literal or --set-json, or put the value into a file for --values',
    seen: 'nothing at once: the container starts with half of the value',
  }
}

/**
 * Whether the comma was brought along by an expansion whose beginning belongs to the value before: nobody who writes
 * `a=$VALUE` means two pairs, while a literal `a=1,b=2` does.
 */
function cameWithValue(text: Text, assignment: Assignment, previous: Assignment): boolean {
  const comma = assignment.comma?.start ?? 0
  let start = 0
  for (const piece of text.pieces) {
    if (comma < piece.end)
      return !piece.exact && start > previous.start && start <= comma && assignment.start < piece.end
    start = piece.end
  }
  return false
}

const keyOf = (world: World, assignment: Assignment): string =>
  assignment.path
    .map((step) => (step.kind === 'key' ? show(world.names, step.text.value) : `[${step.index}]`))
    .join('.')
    .replaceAll('.[', '[')

/** The backslash must reach Helm: a shell takes one away outside of quotes. An action's input is read by no shell. */
function fixOf(setting: Setting, comma: SetFailure['comma'], tool: string): { readonly fix?: Fix } {
  const piece = comma && slice(setting.text, comma.start, comma.end).pieces[0]
  const whole = comma && pieceAt(setting.text, comma.start)
  if (!piece?.exact || !whole) return {}
  const before = whole.at.source.text[whole.at.start - 1]
  const inShell = !tool.includes('/') && before !== '"' && before !== "'"
  return { fix: { title: 'escape the comma', edits: [{ at: piece.at, replacement: inShell ? '\\\\,' : '\\,' }] } }
}
