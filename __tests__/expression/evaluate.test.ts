import { unknownBoolean } from '../../src/rehearsal/expression/condition.ts'
import { decide, evaluate, interpolate, interpolateValue, type Scope } from '../../src/rehearsal/expression/evaluate.ts'
import { objectValue, type Value } from '../../src/rehearsal/expression/value.ts'
import { spanText } from '../../src/source/span.ts'
import { fileText, originOf, type Text } from '../../src/source/text.ts'
import { newNames, show, unknown } from '../../src/source/unknown.ts'
import { plain, scopeOf, valueFrom } from './scope.ts'

const names = newNames()
const secret = unknown(names, 'secrets.X', 'secrets.X')
const flag = unknownBoolean(names, 'inputs.flag', 'inputs.flag')
const nothing: readonly (readonly [string, Value])[] = []
const contexts = {
  github: valueFrom({ ref: 'refs/heads/main', sha: 'a'.repeat(40), event_name: 'push', empty: '' }),
  secrets: valueFrom({ X: secret, Y: unknown(names, 'secrets.Y', 'secrets.Y') }),
  inputs: valueFrom({ flag, tag: unknown(names, 'inputs.tag', 'inputs.tag') }),
  env: valueFrom({ FLAG: { kind: 'x' }, IMAGE: `app:${secret}`, HOST: `${secret}.azurecr.io` }),
  vars: objectValue(nothing, true),
  matrix: valueFrom({ include: [{ name: 'api', port: 1 }, { name: 'web' }], name: 'api' }),
}
const scope: Scope = scopeOf(names, {
  ...contexts,
  env: objectValue([...entriesOf(contexts.env), ['FLAG', { kind: 'string', text: text(flag) }]]),
})

function entriesOf(value: Value) {
  return value.kind === 'object' ? value.entries().filter(([name]) => name !== 'FLAG') : []
}

function text(value: string): Text {
  return fileText({ path: 'a.yml', text: value })
}

const shown = (expression: string): unknown => {
  const value = evaluate(text(expression), scope)
  return value.kind === 'unknown' || value.kind === 'string' ? show(names, value.text.value) : plain(value)
}

describe('values that nobody knows', () => {
  it.each([
    ['secrets.X', '<secrets.X>'],
    ["secrets.X || 'x'", "<secrets.X || 'x'>"],
    ['github.sha && secrets.X', '<secrets.X>'],
    ["secrets.X && false || 'x'", 'x'],
    ['secrets.X || secrets.X', '<secrets.X>'],
    ['inputs.flag && false', false],
    ['inputs.flag || true', true],
    ['inputs.flag && true', '<inputs.flag>'],
    ['inputs.flag == true', '<inputs.flag>'],
    ['inputs.flag != false', '<inputs.flag>'],
    ['!!inputs.flag', '<inputs.flag>'],
    ['inputs.flag && !inputs.flag', false],
    ['inputs.flag || !inputs.flag', true],
    // A boolean is never the string 'true', as many a workflow finds out.
    ["inputs.flag == 'true'", false],
    ["inputs.flag != 'true'", true],
    ["env.FLAG == 'true'", '<inputs.flag>'],
    ["env.FLAG == 'TRUE'", '<inputs.flag>'],
    ["env.FLAG == 'yes'", false],
    ['fromJSON(env.FLAG) == true', '<inputs.flag>'],
    ["secrets.X == 'true'", "<secrets.X == 'true'>"],
    ["env.IMAGE == 'nginx:1'", false],
    ["env.IMAGE == 'APP:1'", "<env.IMAGE == 'APP:1'>"],
    ['env.IMAGE == env.image', true],
    ['secrets.X == secrets.Y', '<secrets.X == secrets.Y>'],
    ['secrets.X > 1', '<secrets.X > 1>'],
    ["format('{0}/app:{1}', secrets.X, github.ref)", '<secrets.X>/app:refs/heads/main'],
    ["format('{{{0}}}', secrets.X)", '{<secrets.X>}'],
    ["join(matrix.include.*.name, '-')", 'api-web'],
    ['matrix.include.*.port', [1]],
    ["startsWith(env.IMAGE, 'app:')", true],
    ["startsWith(env.IMAGE, 'web')", false],
    ["startsWith(env.IMAGE, 'app:1')", "<startsWith(env.IMAGE, 'app:1')>"],
    ["startsWith('app', env.IMAGE)", false],
    ['startsWith(env.IMAGE, env.IMAGE)', true],
    ["endsWith(env.HOST, '.AzureCR.io')", true],
    ["endsWith(env.HOST, '.gcr.io')", false],
    ["contains(env.HOST, 'azure')", true],
    ["contains(env.HOST, 'gcr')", "<contains(env.HOST, 'gcr')>"],
    ["contains('a-b', env.IMAGE)", false],
    ['contains(fromJSON(\'["a","main"]\'), \'MAIN\')', true],
    ['contains(fromJSON(\'["a"]\'), env.IMAGE)', false],
    ['contains(fromJSON(\'["a"]\'), secrets.X)', '<contains(fromJSON(\'["a"]\'), secrets.X)>'],
    ['fromJSON(secrets.X).host', '<fromJSON(secrets.X).host>'],
    ['fromJSON(secrets.X)[0].*.host', '<fromJSON(secrets.X)[0].*.host>'],
    ['matrix.include[secrets.X].name', '<matrix.include[secrets.X].name>'],
    ['vars.NAME', '<vars.NAME>'],
    ['nowhere.NAME', '<nowhere.NAME>'],
    ['matrix.none.of.it', null],
    ['toJSON(fromJSON(\'{"a":[1,{}],"b":null}\'))', '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": null\n}'],
    ["fromJSON('nonsense')", "<fromJSON('nonsense')>"],
    ["format('{1}', 'a')", "<format('{1}', 'a')>"],
    ['a ==', '<an invalid expression>'],
    ["case(inputs.flag, 'a', 'b')", "<case(inputs.flag, 'a', 'b')>"],
    ["case(github.event_name == 'push', 'a', 'b')", 'a'],
    ["'it''s ''quoted'' twice'", "it's 'quoted' twice"],
    ["contains(github.ref, 'HEADS') && 'a' || 'b'", 'a'],
    ['success() && !failure() && always()', true],
    ["'0b1' == 1", false],
    ["'0x1f' == 31", true],
  ])('%s is %j', (expression, expected) => {
    expect(shown(expression)).toEqual(expected)
  })
})

describe('conditions that nobody can decide', () => {
  const decision = (condition: string) => {
    const made = decide(text(condition), scope)
    return made.kind === 'known' ? made.holds : `${show(names, made.condition)} is ${made.holds}`
  }

  it.each([
    ['', true],
    ['true', true],
    ["github.event_name == 'push'", true],
    ["${{ github.event_name == 'pull_request' }}", false],
    // Text around the braces makes a string, and strings are true.
    ["${{ github.event_name }} == 'pull_request'", true],
    ["${{ github.event_name == 'pull_request' }}\n", true],
    ['${{ github.empty }}${{ github.empty }}', false],
    ["secrets.X == 'a'", "<secrets.X> == 'a' is true"],
    ["'A' != secrets.X", "<secrets.X> == 'a' is false"],
    ["!(secrets.X == 'a')", "<secrets.X> == 'a' is false"],
    ["always() && secrets.X != 'a'", "<secrets.X> == 'a' is false"],
    ['secrets.X', '<secrets.X> is true'],
    ['!secrets.X', '<secrets.X> is false'],
    ["secrets.X && 'yes'", '<secrets.X> is true'],
    ["secrets.X || 'yes'", true],
    ['secrets.X && false', false],
    ["format('v{0}', secrets.X)", true],
    ["format('{0}', secrets.X)", "'<secrets.X>' == '' is false"],
    ['env.FLAG', true],
    ['inputs.flag', '<inputs.flag> is true'],
    ["env.FLAG != 'true'", '<inputs.flag> is false'],
    ['inputs.flag || secrets.X', '!(<secrets.X>) && !(<inputs.flag>) is false'],
    ['secrets.X || inputs.flag', '!(<secrets.X>) && !(<inputs.flag>) is false'],
    ['!inputs.flag && !secrets.X', '!(<secrets.X>) && !(<inputs.flag>) is true'],
    ['inputs.flag && secrets.X && inputs.flag', '<secrets.X> && <inputs.flag> is true'],
  ])('%s: %j', (condition, expected) => {
    expect(decision(condition)).toEqual(expected)
  })

  it('says what else holds with it', () => {
    const implied = (condition: string) => {
      const made = decide(text(condition), scope)
      return made.kind === 'open' ? made.implied.map(({ key, holds }) => [show(names, key), holds]) : []
    }
    expect(implied("secrets.X != 'a' && inputs.flag")).toEqual([
      ["<secrets.X> == 'a'", false],
      ['<inputs.flag>', true],
    ])
    expect(implied('inputs.flag')).toEqual([['<inputs.flag>', true]])
    expect(implied('!(inputs.flag || secrets.X)')).toHaveLength(2)
    expect(implied('inputs.flag || secrets.X')).toHaveLength(1)
  })

  it('keeps keys short however conditions pile up', () => {
    let step = scope
    for (let round = 0; round < 60; round += 1) {
      const made = evaluate(
        text(`(vars.y == 'a' && vars.x == '${round}') || (vars.y != 'a' && vars.x == '-${round}')`),
        step,
      )
      expect(made.kind).toBe('unknown')
      step = scopeOf(names, {
        ...contexts,
        vars: objectValue([
          ['x', valueFrom(secret)],
          ['y', made],
        ]),
      })
    }
    expect(Math.max(...[...names.unknowns.keys()].map((key) => key.length))).toBeLessThan(5000)
  })
})

describe('expressions in a text', () => {
  const written = text("image: ${{ secrets.X }}/app:${{ github.event_name == 'push' && 'v1' }} # ${{ '}}' }}")

  it('are replaced in place', () => {
    const made = interpolate(written, scope)
    expect(show(names, made.value)).toBe('image: <secrets.X>/app:v1 # }}')
    expect(made.pieces.map(({ at, exact }) => [spanText(at), exact])).toEqual([
      ['image: ', true],
      ['${{ secrets.X }}', false],
      ['/app:', true],
      ["${{ github.event_name == 'push' && 'v1' }}", false],
      [' # ', true],
      ["${{ '}}' }}", false],
    ])
    expect(made.pieces.map((piece) => spanText(originOf(piece)))).toContain('v1')
  })

  it.each([
    ['${{ matrix.include }}', 'array'],
    [' ${{ matrix.include }}', 'string'],
    ['${{ 1 }}', 'number'],
    ['plain', 'string'],
    ['', 'string'],
    ['${{ }}', 'unknown'],
    ['${{ secrets.X }}', 'unknown'],
  ])('%j has the type %s', (value, kind) => {
    expect(interpolateValue(text(value), scope).kind).toBe(kind)
  })

  it.each([
    ['a ${{ b', 'a <an invalid expression>'],
    ['a ${{}} b', 'a <an invalid expression> b'],
    ['${{ null }}${{ true }}${{ 1.50 }}${{ matrix }}${{ matrix.include }}', 'true1.5ObjectArray'],
    ["$${{ 'x' }}}", '$x}'],
  ])('%j becomes %j', (value, expected) => {
    expect(show(names, interpolate(text(value), scope).value)).toBe(expected)
  })

  it('keep the places of strings in JSON', () => {
    const value = evaluate(text(`fromJSON('{"image": ["nginx", "redis"]}').image[1]`), scope)
    expect(value.kind === 'string' && value.text.pieces.map(({ at }) => spanText(at))).toEqual(['redis'])
  })
})
