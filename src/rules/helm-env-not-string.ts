import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { actionBehind, decisivePlace, reasonsOf } from '../world/telling.ts'
import { typedValues } from '../world/typed-values.ts'

export const helmEnvNotString = rule({
  id: 'helm-env-not-string',
  summary: 'an environment value that comes out as a number or a boolean',
  severity: 'error',
  seen: 'cannot unmarshal … into Go struct field EnvVar….env.value of type string',
  on: 'object',
  *check({ object, by, at, run }, world): Iterable<Problem> {
    if (object.uncertain || by === 'set') return
    for (const { name, type, key, value, field } of typedValues(object)) {
      const shown = show(world.names, value.value)
      const action = actionBehind(key, value)
      yield {
        at: action ?? placeOf(value),
        message: `${show(world.names, name)} of ${object.kind} ${show(world.names, object.name?.value ?? '')} comes out as ${shown} without quotes, which is a ${type === 'bool' ? 'boolean' : 'number'} and no string: the API server refuses the whole object`,
        because: [
          { at: decisivePlace(world, value), message: 'the value comes from here' },
          { at: placeOf(key), message: 'it is written without quotes here' },
          { at, message: 'it is applied here' },
          ...reasonsOf(value),
        ],
        help: action ? `put quotes around it here: {{ … | quote }}` : `put it into quotes: "${shown}"`,
        seen: `cannot unmarshal ${type} into Go struct field ${field} of type string`,
        // Whatever brings it into the cluster may be told other values.
        ...(run.occasion.event === 'by-hand' ? { severity: 'warning' as const } : {}),
      }
    }
  },
})
