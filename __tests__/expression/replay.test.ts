import { readFileSync } from 'node:fs'
import { evaluate } from '../../src/rehearsal/expression/evaluate.ts'
import { fileText } from '../../src/source/text.ts'
import { newNames } from '../../src/source/unknown.ts'
import { parseExpression } from '../../src/syntax/expression.ts'
import { plain, scopeOf, valueFrom } from './scope.ts'

interface Case {
  readonly file: string
  readonly group: string
  readonly expr: string
  readonly result?: { readonly kind: string; readonly value: unknown }
  readonly err?: { readonly kind: 'lexing' | 'parsing' | 'evaluation'; readonly value: string }
  readonly contexts?: Record<string, unknown>
}

const fixtures = JSON.parse(readFileSync(new URL('fixtures/languageservices.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[]
}

/** The runner's memory limit is not modelled: 400 kB are a value like any other here. Upstream leaves the case out as well. */
const supported = fixtures.cases.filter((one) => one.group !== 'memory-errors')
const valid = supported.filter((one) => !one.err)
const broken = supported.filter((one) => one.err)

const result = (one: Case) =>
  evaluate(
    fileText({ path: 'a.yml', text: one.expr }),
    scopeOf(newNames(), Object.fromEntries(Object.entries(one.contexts ?? {}).map(([k, v]) => [k, valueFrom(v)]))),
  )

describe('the cases of actions/languageservices', () => {
  it.each(valid)('$file $group: $expr', (one) => {
    const value = result(one)
    expect(value.kind).toBe(one.result?.kind.toLowerCase())
    expect(plain(value)).toEqual(JSON.parse(JSON.stringify(one.result?.value ?? null)))
  })

  it.each(broken)('$file $group, an error: $expr', (one) => {
    expect(result(one).kind).toBe('unknown')
    const unrecognized = one.err?.value.startsWith('Unrecognized named-value')
    if (one.err?.kind !== 'evaluation' && !unrecognized) expect(parseExpression(one.expr).kind).toBe('invalid')
  })

  it('are all there', () => {
    expect([fixtures.cases.length, valid.length, broken.length]).toEqual([1020, 940, 79])
  })
})
