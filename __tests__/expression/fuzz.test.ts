import fc from 'fast-check'
import { decide, evaluate, interpolate } from '../../src/rehearsal/expression/evaluate.ts'
import { fileText } from '../../src/source/text.ts'
import { newNames, unknown } from '../../src/source/unknown.ts'
import { mentionsStatus, referencesIn } from '../../src/syntax/expression.ts'
import { plain, scopeOf, valueFrom } from './scope.ts'

const text = (value: string) => fileText({ path: 'a.yml', text: value })

const leaf = fc.constantFrom(
  'null',
  'true',
  'false',
  '0',
  '2',
  "''",
  "'a'",
  "'A'",
  "'ab'",
  "'true'",
  'o.x',
  'o.y',
  'o.list',
  'o',
)
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc
      .tuple(tie('tree'), fc.constantFrom('==', '!=', '<', '>=', '&&', '||'), tie('tree'))
      .map((p) => `(${p.join(' ')})`),
    tie('tree').map((one) => `!${one}`),
    fc
      .tuple(fc.constantFrom('contains', 'startsWith', 'endsWith'), tie('tree'), tie('tree'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    tie('tree').map((one) => `format('{0}-{0}', ${one})`),
    tie('tree').map((one) => `join(o.list, ${one})`),
    tie('tree').map((one) => `o[${one}]`),
  ),
}))

describe('any expression', () => {
  it('never throws', () => {
    const words = fc.constantFrom(
      'github',
      '.',
      'a',
      '(',
      ')',
      '[',
      ']',
      '*',
      "'",
      "''",
      '!',
      '==',
      '&&',
      '||',
      ',',
      '1',
      ' ',
      '\n',
      '}}',
      '${{',
      'format',
      'fromJSON',
      '{0}',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((list) => list.join('')),
        ),
        (source) => {
          const scope = scopeOf(newNames(), { github: valueFrom({ a: [1, { b: 'c' }] }) })
          evaluate(text(source), scope)
          interpolate(text(source), scope)
          decide(text(source), scope)
          referencesIn(text(source))
          mentionsStatus(text(source))
        },
      ),
      { seed: 1, numRuns: 1500 },
    )
  })

  it('decides with unknowns only what holds for every value they may have', () => {
    fc.assert(
      fc.property(
        tree,
        fc.constantFrom('', 'a', 'AB', 'true', '0', 'list'),
        fc.constantFrom('', 'a', 'b', '2'),
        (source, x, y) => {
          const names = newNames()
          const open = scopeOf(names, {
            o: valueFrom({ x: unknown(names, 'x', 'x'), y: `a${unknown(names, 'y', 'y')}`, list: ['a', 'b'] }),
          })
          const known = scopeOf(newNames(), { o: valueFrom({ x, y: `a${y}`, list: ['a', 'b'] }) })
          const guess = decide(text(source), open)
          if (guess.kind === 'known') expect(decide(text(source), known)).toEqual(guess)
          const value = evaluate(text(source), open)
          if (value.kind === 'boolean' || value.kind === 'number' || value.kind === 'null')
            expect(plain(evaluate(text(source), known))).toEqual(plain(value))
        },
      ),
      { seed: 1, numRuns: 4000 },
    )
  })
})
