import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import type { Release, Setting } from '../world/cluster.ts'
import { type LostEscape, lostEscapes } from '../world/settings.ts'
import type { World } from '../world/world.ts'

export const helmSetEscapeLost = rule({
  id: 'helm-set-escape-lost',
  summary: 'an escape or a list of --set that the shell takes away',
  severity: 'error',
  seen: 'Error: failed parsing --set data; or, without an error, another key is set',
  on: 'release',
  *check(release, world): Iterable<Problem> {
    // What an action passes on goes through no shell.
    if (release.tool.includes('/')) return
    for (const setting of release.settings) {
      if (setting.kind !== 'set' && setting.kind !== 'set-string') continue
      for (const lost of lostEscapes(setting.text))
        if (matters(setting, lost)) yield problem(world, release, setting, lost)
    }
  },
})

/** A point separates keys only before the equals sign. */
const matters = ({ text }: Setting, { character, offset }: LostEscape): boolean => {
  const equals = text.value.indexOf('=')
  return character === '.' ? equals < 0 || offset < equals : true
}

function problem(world: World, release: Release, setting: Setting, { character, at }: LostEscape): Problem {
  const given = show(world.names, setting.text.value)
  const effect =
    character === ','
      ? `the shell takes the backslash away, and Helm takes the comma in ${given} for the end of the value`
      : character === '.'
        ? `the shell takes the backslash away, and Helm takes the point in ${given} for the beginning of a key below`
        : `the shell makes several words of the list: --${setting.kind} gets only ${given}, and the rest is passed as arguments of their own`
  return {
    at,
    message: effect,
    ...(release.run.occasion.event === 'by-hand' ? { severity: 'warning' as const } : {}),
    because: [
      { at: placeOf(setting.text), message: `--${setting.kind} is given here` },
      { at: release.at, message: 'helm is called here' },
    ],
    help:
      character === '{'
        ? `put the setting into quotes: --${setting.kind} "key={a,b}"`
        : `put the setting into quotes: --${setting.kind} "…\\${character}…"`,
    ...(character === '{'
      ? { seen: 'Error: "helm upgrade" requires 2 arguments; or, without an error, the last one alone is set' }
      : {}),
    ...(character === '{'
      ? {}
      : { fix: { title: 'let the backslash reach Helm', edits: [{ at, replacement: `\\\\${character}` }] } }),
  }
}
