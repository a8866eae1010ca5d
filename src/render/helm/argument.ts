import { typeOf, type Value } from './value.ts'

/** Go's names of parameter types as error messages have them. */
const goTypes: Readonly<Record<string, string>> = {
  map: 'map[string]interface {}',
  time: 'time.Time',
  certificate: 'sprig.certificate',
  list: '[]interface {}',
}
export const goTypeOf = (type: string): string => goTypes[type] ?? type
const neverNil = new Set(['string', 'int', 'int64', 'bool', 'float64', 'time', 'certificate'])

/** text/template's validateType: undefined when a parameter of that type takes the value, else Go's message. */
export function accepted(value: Value, type: string): string | undefined {
  if (type === 'any' || type === 'value') return undefined
  const expected = goTypeOf(type)
  if (value === undefined) return neverNil.has(type) ? `invalid value; expected ${expected}` : undefined
  if (value.kind === 'null') return `wrong type for value; expected ${expected}; got interface {}`
  return value.kind === 'unknown' || fits(value, type)
    ? undefined
    : `wrong type for value; expected ${expected}; got ${typeOf(value)}`
}

function fits(value: Exclude<Value, undefined>, type: string): boolean {
  switch (type) {
    case 'string':
      return value.kind === 'string'
    case 'bool':
      return value.kind === 'bool'
    case 'float64':
      return value.kind === 'float'
    case 'int':
    case 'int64':
      return value.kind === 'int' && (value.type ?? 'int64') === type
    case 'map':
      return value.kind === 'map' && (value.type === undefined || value.type.endsWith('.Values'))
    case 'list':
      return value.kind === 'list' && value.elem === undefined
    default: {
      // A pointer is followed where the struct itself is asked for.
      const expected = goTypeOf(type)
      return value.kind === 'struct' && (value.type === expected || value.type === `*${expected}`)
    }
  }
}
