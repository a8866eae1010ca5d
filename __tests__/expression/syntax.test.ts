import { spanText } from '../../src/source/span.ts'
import { fileText, placeOf } from '../../src/source/text.ts'
import {
  mentionsStatus,
  parseExpression,
  printExpression,
  referencesIn,
  referencesInText,
} from '../../src/syntax/expression.ts'

const text = (value: string) => fileText({ path: 'a.yml', text: value })

describe('the expressions of GitHub Actions', () => {
  it.each([
    ['needs.build.outputs.digest', [['needs.build.outputs.digest', 'needs.build.outputs.digest']]],
    ["steps['meta'].outputs.tags", [['steps.meta.outputs.tags', "steps['meta'].outputs.tags"]]],
    ["matrix[ 'a b' ]", [['matrix.a b', "matrix[ 'a b' ]"]]],
    ['github.event.commits[0].message', [['github.event.commits', 'github.event.commits']]],
    ['github.event.commits.*.message', [['github.event.commits.*.message', 'github.event.commits.*.message']]],
    [
      'needs[matrix.job].outputs.x',
      [
        ['needs', 'needs'],
        ['matrix.job', 'matrix.job'],
      ],
    ],
    [
      "format('{0}\n{1}', env.A, 'x') == env.B && !github.sha",
      [
        ['env.A', 'env.A'],
        ['env.B', 'env.B'],
        ['github.sha', 'github.sha'],
      ],
    ],
    ['fromJSON(needs.a.outputs.b).c', [['needs.a.outputs.b', 'needs.a.outputs.b']]],
    ['a ==', []],
  ])('%j names %j', (expression, expected) => {
    expect(referencesIn(text(expression)).map(({ path, text: at }) => [path.join('.'), spanText(placeOf(at))])).toEqual(
      expected,
    )
  })

  it('finds names in a text', () => {
    const found = referencesInText(text('a ${{ env.A }} b ${{ env.B }} env.C'))
    expect(found.map(({ path }) => path[1])).toEqual(['A', 'B'])
    expect(referencesInText(text('env.A'))).toEqual([])
  })

  it.each([
    ['always()', true],
    ['${{ !Cancelled() }}', true],
    ["github.ref == 'success()'", false],
    ["contains(toJSON(failure()), 'x')", true],
    ['env.always', false],
    ['${{ a }} ${{ success() }}', true],
    ['always( &&', false],
  ])('%s mentions a status function: %s', (condition, expected) => {
    expect(mentionsStatus(text(condition))).toBe(expected)
  })

  it.each([
    "github.event.inputs.tag || 'latest'",
    "(a.b == 'c' || !d) && startsWith(e, 'it''s')",
    'a.*.b[0][c.d]',
    "(a && 'b') == true",
    "!(a == 'b')",
    'fromJSON(a)',
  ])('prints %s as it was written', (expression) => {
    expect(printExpression(parseExpression(expression))).toBe(expression)
  })

  it.each([
    '1'.repeat(30_000),
    `${'!'.repeat(5000)}a`,
    '('.repeat(10_000),
    Array(7000).fill('1').join('=='),
    'constructor(1)',
    'toString()',
    '__proto__.x(',
    '\f',
    "'",
  ])('does not mind a strange one (%#)', (expression) => {
    expect(() => referencesIn(text(expression))).not.toThrow()
  })
})
