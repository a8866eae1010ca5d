import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Span } from '../../source/span.ts'
import { placeOf, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { compilePattern } from '../../syntax/regex.ts'
import type { Chart } from './chart.ts'
import { Failure, Unsupported } from './failure.ts'
import { checkSize, type MapValue, placeOfValue, type StoredValue } from './value.ts'

/** `values.schema.json` of a chart and of its dependencies against their values. Helm checks before it renders. */
export function checkSchemas(chart: Chart, values: MapValue): void {
  const found = violations(chart, values)
  const [first] = found
  if (!first) return
  const said = found.map(({ chart: name, message }, index) =>
    found[index - 1]?.chart === name ? message : `${name}:\n${message}`,
  )
  throw new Failure(
    `values don't meet the specifications of the schema(s) in the following chart(s):\n${said.join('\n')}\n`,
    first.at,
  )
}

interface Violation {
  readonly chart: string
  readonly message: string
  readonly at: Span
}

function violations(chart: Chart, values: MapValue): readonly Violation[] {
  const own = chart.schema ? check(chart, chart.schema, values) : []
  const below = chart.dependencies.flatMap((child) => {
    const inner = values.entries.get(child.name)?.value
    return inner?.kind === 'map' ? violations(child, inner) : []
  })
  return [...own, ...below]
}

function check(chart: Chart, schema: Text, values: MapValue): readonly Violation[] {
  const validate = compiled(schema)
  if (!validate || checkSize(values) > mostValues) return []
  followed = 0
  if (validate(plain(values))) return []
  return (validate.errors ?? []).flatMap((error) => {
    const subject = valueAt(values, error.instancePath)
    // Whatever an unknown is part of may be as the schema wants it.
    if (subject.value && mayDiffer(subject.value)) return []
    return {
      chart: chart.name,
      message: `- at '${error.instancePath}': ${describe(error)}`,
      at: (subject.value && placeOfValue(subject.value)) ?? subject.at ?? placeOf(schema),
    }
  })
}

function describe({ keyword, params, message }: ErrorObject): string {
  const { additionalProperty } = params
  return keyword === 'additionalProperties'
    ? `additional properties '${additionalProperty}' not allowed`
    : (message ?? keyword)
}

/** Larger schemas are not compiled, and larger values not checked: `uniqueItems` compares each item with every other. */
const largestSchema = 2_000_000
const mostSubschemas = 30_000
const mostValues = 20_000

/** References may branch without end: each is followed so often in one check. */
const mostFollowed = 200_000
const counted = 'x-followed'
const references = ['$ref', '$dynamicRef', '$recursiveRef']
let followed = 0

function follow(): boolean {
  followed += 1
  if (followed > mostFollowed) throw new Unsupported('the schema of the chart takes too many steps to check')
  return true
}

/** What JSON says, with a mark beside every reference. */
function parse(schema: string): unknown {
  let left = mostSubschemas
  return JSON.parse(schema, (_, value) => {
    if (typeof value !== 'object' || value === null) return value
    left -= 1
    if (left < 0) throw new RangeError('the schema is too large')
    return references.some((name) => typeof value[name] === 'string') ? { ...value, [counted]: true } : value
  })
}

/** A validator that counts the references that it follows. */
function counting<T extends Ajv | Ajv2020>(ajv: T): T {
  ajv.addKeyword({ keyword: counted, validate: follow })
  return ajv
}

const options: Options = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  validateFormats: false,
  logger: false,
  code: {
    regExp: Object.assign((pattern: string) => ({ test: matcher(pattern), toString: () => pattern }), {
      code: 'RE2',
    }) as never,
  },
}

/** Patterns are a stranger's: they run in linear time, and one that RE2 does not know holds always. ajv tells them apart by `toString`. */
function matcher(pattern: string): (value: string) => boolean {
  const compiledPattern = compilePattern(pattern)
  return (value) => compiledPattern?.matcher(value).find() ?? true
}

const known = new WeakMap<Text, ValidateFunction | null>()

/** Undefined for a schema that cannot be compiled here: it refers to others on the network, or is broken. */
function compiled(schema: Text): ValidateFunction | undefined {
  const before = known.get(schema)
  if (before !== undefined) return before ?? undefined
  const made = compile(schema.value)
  known.set(schema, made ?? null)
  return made
}

function compile(schema: string): ValidateFunction | undefined {
  if (schema.length > largestSchema) return undefined
  try {
    const parsed = parse(schema)
    if (typeof parsed === 'boolean') return new Ajv2020(options).compile(parsed)
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const { $schema: draft, ...rest } = parsed as Record<string, unknown>
    // Without a draft, and for "the latest", santhosh-tekuri/jsonschema v6 takes 2020-12. Draft 4 has other keywords.
    if (/draft-0[34]/.test(String(draft))) return undefined
    const Validator = /draft-0[67]/.test(String(draft)) ? Ajv : Ajv2020
    return counting(new Validator(options)).compile(rest)
  } catch {
    return undefined
  }
}

function plain(value: StoredValue): unknown {
  switch (value.kind) {
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, one]) => [key, plain(one.value)]))
    case 'list':
      return value.items.map(plain)
    case 'null':
      return null
    case 'int':
      return Number(value.value)
    case 'bool':
    case 'float':
      return value.value
    case 'struct':
      return plain(value.json())
    default:
      return value.text.value
  }
}

function mayDiffer(value: StoredValue): boolean {
  if (value.kind === 'unknown') return true
  if (value.kind === 'string') return holdsUnknown(value.text.value)
  if (value.kind === 'list') return value.items.some(mayDiffer)
  if (value.kind === 'map' && value.rest) return true
  if (value.kind === 'map') for (const one of value.entries.values()) if (mayDiffer(one.value)) return true
  return false
}

/** The value at a JSON pointer, and the place of its key. */
function valueAt(
  root: StoredValue,
  pointer: string,
): { readonly value: StoredValue | undefined; readonly at: Span | undefined } {
  let value: StoredValue | undefined = root
  let at: Span | undefined
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (value?.kind === 'map') {
      const found = value.entries.get(name)
      value = found?.value
      if (found) at = placeOf(found.key)
    } else if (value?.kind === 'list') value = value.items[Number(name)]
    else return { value: undefined, at }
  }
  return { value, at }
}
