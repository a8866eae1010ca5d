import type { Span } from '../source/span.ts'
import { placeOf, type Text } from '../source/text.ts'
import { bestIndent, indicator, type Out, put, writeIndent } from './yaml-emit-output.ts'
import { type Context, emitScalar, type Scalar, stringStyle } from './yaml-emit-scalar.ts'
import { type GoDialect, type GoEntry, type GoValue, goFloatText, placeOfValue } from './yaml-go.ts'

/**
 * How the tool writes: `sigs` is sigs.k8s.io/yaml's Marshal (Helm's `toYaml`, every resource that kustomize prints):
 * JSON, then go-yaml v2 with sorted keys and sequences not indented. `sigs-indented` is Helm's `toYamlPretty`: go-yaml v3,
 * sequences indented. `kyaml` is kustomize's own: go-yaml v3, keys in their order, sequences not indented.
 */
export type EmitStyle = 'sigs' | 'sigs-indented' | 'kyaml'

/**
 * A value as block YAML with a final line break. Characters of scalars keep their places; what stands between them
 * (indentation, `: `, `- `, quotes) is spoken at the scalar behind it.
 */
export function emitYaml(value: GoValue, style: EmitStyle = 'sigs'): Text {
  const out: Out = { style, parts: [], pieces: [], length: 0, column: 0, whitespace: true, indention: true }
  emitNode(out, value, -1, 'root')
  if (out.column > 0) put(out, '\n', placeOfValue(value))
  return { value: out.parts.join(''), pieces: out.pieces }
}

const mostKeyBytes = 128

function emitNode(out: Out, value: GoValue, indent: number, context: Context): void {
  if (value.kind === 'map') {
    if (value.entries.size === 0) indicator(out, '{}', value.at, true, false, false)
    else emitMap(out, value.entries, indent)
  } else if (value.kind === 'list') {
    if (value.items.length === 0) indicator(out, '[]', value.at, true, false, false)
    else emitList(out, value.items, indent, context)
  } else emitScalar(out, scalarOf(out, value), indent, context)
}

function emitMap(out: Out, entries: ReadonlyMap<string, GoEntry>, indent: number): void {
  const inner = indent < 0 ? 0 : indent + bestIndent
  const ordered = [...entries.values()]
  if (out.style !== 'kyaml')
    ordered.sort((a, b) => compareGoKeys(a.key.value, b.key.value, out.style === 'sigs' ? 'v2' : 'v3'))
  for (const { key, value } of ordered) {
    const at = key.value === '' ? placeOfValue(value) : placeOf(key)
    const scalar: Scalar = { text: key, at, style: stringStyle(key) }
    writeIndent(out, inner, at)
    if (isSimpleKey(key.value)) {
      emitScalar(out, scalar, inner, 'key')
      indicator(out, ':', at, false, false, false)
    } else {
      indicator(out, '?', at, true, false, true)
      emitScalar(out, scalar, inner, 'value')
      writeIndent(out, inner, at)
      indicator(out, ':', at, true, false, true)
    }
    emitNode(out, value, inner, 'value')
  }
}

const isSimpleKey = (key: string): boolean =>
  !/[\r\n\x85\u2028\u2029]/.test(key) &&
  (key.length * 3 <= mostKeyBytes || new TextEncoder().encode(key).length <= mostKeyBytes)

function emitList(out: Out, items: readonly GoValue[], indent: number, context: Context): void {
  const compact = context === 'value' && !out.indention && out.style !== 'sigs-indented'
  const inner = compact && indent >= 0 ? indent : indent < 0 ? 0 : indent + bestIndent
  for (const item of items) {
    const at = firstPlace(item)
    writeIndent(out, inner, at)
    indicator(out, '-', at, true, false, true)
    emitNode(out, item, inner, 'item')
  }
}

/** The place of the first thing that is written of a value: the dash before a map belongs to its first key. */
function firstPlace(value: GoValue): Span {
  if (value.kind === 'map') for (const { key } of value.entries.values()) return placeOf(key)
  return placeOfValue(value)
}

function scalarOf(out: Out, value: Exclude<GoValue, { kind: 'map' | 'list' }>): Scalar {
  if (value.kind === 'string') return { text: value.text, at: value.at, style: stringStyle(value.text) }
  const at = placeOf(value.text)
  return { text: asWritten(value.text, canonical(out, value)), at, style: 'plain' }
}

function canonical(out: Out, value: Exclude<GoValue, { kind: 'map' | 'list' | 'string' }>): string {
  if (value.kind === 'null') return 'null'
  if (value.kind !== 'float') return String(value.value)
  return out.style === 'sigs' ? goJsonFloat(value.value) : goFloatText(value.value)
}

const asWritten = (text: Text, canonicalForm: string): Text =>
  text.value === canonicalForm
    ? text
    : {
        value: canonicalForm,
        pieces: [
          {
            end: canonicalForm.length,
            at: placeOf(text),
            exact: false,
            via: text.pieces[0]?.via ?? [],
            why: text.pieces[0]?.why,
          },
        ],
      }

/** A float after JSON and go-yaml v2's reading of it: what is integral and fits 64 bits prints as an integer. */
function goJsonFloat(value: number): string {
  if (!Number.isFinite(value)) return goFloatText(value)
  const isInt = Number.isInteger(value) && Math.abs(value) < 1e21
  if (!isInt) return goFloatText(value)
  const exact = BigInt(value.toString())
  return exact >= -(2n ** 63n) && exact < 2n ** 64n ? exact.toString() : goFloatText(value)
}

/**
 * The order of keys in go-yaml (sorter.go): natural, numbers by value, letters behind everything else. In v3 a digit that
 * both have in front turns letters to the front (`1a` before `1-`).
 */
export function compareGoKeys(a: string, b: string, dialect: GoDialect = 'v2'): number {
  let index = 0
  while (index < a.length && index < b.length && a[index] === b[index]) index += 1
  if (index === a.length || index === b.length) return a.length - b.length
  if ((a.charCodeAt(index) & 0xfc00) === 0xdc00) index -= 1
  const left = a.codePointAt(index) as number
  const right = b.codePointAt(index) as number
  const leftIsLetter = isLetter(left)
  const rightIsLetter = isLetter(right)
  if (leftIsLetter && rightIsLetter) return left - right
  const lettersFirst = dialect === 'v3' && /\d/.test(a[index - 1] ?? '')
  if (leftIsLetter || rightIsLetter) return rightIsLetter === lettersFirst ? 1 : -1
  return compareDigits(a, b, index) || left - right
}

const isLetter = (code: number): boolean =>
  code < 128 ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) : /\p{L}/u.test(String.fromCodePoint(code))

function compareDigits(a: string, b: string, from: number): number {
  let seed = 0n
  if (a[from] === '0' || b[from] === '0')
    for (let back = from - 1; back >= 0 && /\d/.test(a[back] as string); back -= 1)
      if (a[back] !== '0') {
        seed = 1n
        break
      }
  const digitsFrom = (value: string): string => /^\d*/.exec(value.slice(from))?.[0] as string
  const [one, other] = [digitsFrom(a), digitsFrom(b)]
  const numberOf = (digits: string): bigint => BigInt.asIntN(64, BigInt(`${seed}${digits}`))
  const [left, right] = [numberOf(one), numberOf(other)]
  if (left !== right) return left < right ? -1 : 1
  return one.length - other.length
}
