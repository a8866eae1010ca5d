import { CallError } from '../failure.ts'
import { chosen, type Functions, looks, moves, str } from '../function.ts'
import { bool, deepEqual, kindOf, nil, said, truth, type Value } from '../value.ts'

/** sprig's empty: what a condition takes for false; an unknown counts as set. */
export const isEmpty = (value: Value): boolean => truth(value) === false

export const defaultFunctions: Functions = {
  default: moves('any any...', ([fallback, ...given], call) =>
    given.length === 0 || isEmpty(given[0]) ? chosen(fallback ?? nil, 'fallback', given[0], call) : given[0],
  ),
  empty: looks('any', ([value], { here }) => bool(isEmpty(value), here)),
  coalesce: moves('any...', (values, call) => {
    const first = values.findIndex((value) => !isEmpty(value))
    return first > 0 ? chosen(values[first], 'fallback', values[0], call) : (values[first] ?? nil)
  }),
  all: looks('any...', (values, { here }) => bool(!values.some(isEmpty), here)),
  any: looks('any...', (values, { here }) =>
    bool(
      values.some((value) => !isEmpty(value)),
      here,
    ),
  ),
  ternary: moves('any any bool', ([yes, no, condition], call) => {
    if (condition?.kind === 'unknown') return deepEqual(yes, no, call) ? yes : { kind: 'unknown', text: condition.text }
    return chosen((truth(condition) ? yes : no) ?? nil, 'condition', condition, call)
  }),
  kindOf: looks('any', ([value], { here }) => said(kindOf(value), here)),
  kindIs: looks('string any', ([kind, value], { here }) => bool(str(kind) === kindOf(value), here)),
  deepEqual: looks('any any', ([a, b], call) => bool(deepEqual(a, b, call), call.here)),
  hello: moves('', (_, { here }) => said('Hello!', here)),
  required: moves('string any', ([warning, value]) => {
    if (truth(value) === false && (value === undefined || value.kind === 'null' || value.kind === 'string'))
      throw new CallError(`HELM_ERR_START${str(warning)}HELM_ERR_END`, str(warning))
    return value
  }),
  fail: moves('string', ([message]) => {
    throw new CallError(`HELM_ERR_START${str(message)}HELM_ERR_END`, str(message))
  }),
}
