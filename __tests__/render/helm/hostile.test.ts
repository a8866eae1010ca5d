import fc from 'fast-check'
import { renderChart } from '../../../src/render/helm/helm.ts'
import { fileText } from '../../../src/source/text.ts'
import { parseTemplate } from '../../../src/syntax/go-template.ts'
import { parseSetValues } from '../../../src/syntax/set-values.ts'
import { parseGoYaml } from '../../../src/syntax/yaml-go-parse.ts'
import { aboutLinear, growth } from '../../growth.ts'
import { renderFiles } from '../files.ts'

const typed = (text: string) => fileText({ path: 'x', text })

const plainChart = 'apiVersion: v2\nname: c\nversion: 0.1.0\n'

function render(template: string, values = '', chart = plainChart, schema = '{}', set = '') {
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': chart,
    'values.yaml': values,
    'values.schema.json': schema,
    'templates/a.yaml': template,
  }
  return renderChart(
    {
      path: '/c',
      kind: 'helm',
      values: set === '' ? [] : [{ kind: 'set', text: typed(set) }],
      release: typed('r'),
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
    },
    renderFiles('/c', files),
  )
}

/** Pieces that templates are made of, so that many of the random ones get far. */
const pieces = [
  '{{',
  '}}',
  '{{-',
  '-}}',
  ' ',
  '\n',
  '.',
  '.Values',
  '.a',
  '.b.c',
  '$',
  '$x',
  ':=',
  '=',
  '|',
  '(',
  ')',
  '"s"',
  '`r`',
  "'c'",
  '1',
  '1.5',
  'if',
  'else',
  'end',
  'range',
  'with',
  'define',
  'template',
  'block',
  'include',
  'tpl',
  'toYaml',
  'fromYaml',
  'dict',
  'list',
  'set',
  'printf',
  'quote',
  'nindent',
  'trunc',
  'default',
  'eq',
  'and',
  'or',
  'not',
  'index',
  'slice',
  'merge',
  'dig',
  'until',
  'split',
  'join',
  'regexReplaceAll',
  'semverCompare',
  'toJson',
  'fromJson',
  'b64dec',
  'date',
  'now',
  'kebabcase',
  'wrap',
  'urlParse',
  'nil',
  'true',
  '/*',
  '*/',
  'break',
  'continue',
  'text',
  'a: b',
  '---',
  '- x',
  ',',
  '[',
  ']',
  '{',
  '}',
  '\t',
  '#',
  '&a',
  '*a',
  '!!int',
  '%',
  '\\',
  '\u0000',
  'é',
  '💥',
]
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''))
const action = fc
  .array(fc.constantFrom(...pieces.slice(5)), { maxLength: 8 })
  .map((parts) => `{{ ${parts.join(' ')} }}`)
const actions = fc.array(action, { maxLength: 5 }).map((parts) => parts.join('\n'))

describe('random input never throws', () => {
  it.each([
    ['templates', fc.oneof(soup, actions), (text: string) => render(text, 'a: {b: {c: 1}}\nl: [1, x]\n')],
    ['values', soup, (text: string) => render('{{ toYaml .Values }}', text)],
    ['Chart.yaml', soup, (text: string) => render('a: 1', '', text)],
    ['template text', fc.string(), (text: string) => parseTemplate('t', typed(text), () => true)],
    ['YAML', fc.oneof(soup, fc.string()), (text: string) => parseGoYaml(typed(text))],
    ['--set', fc.oneof(soup, fc.string()), (text: string) => parseSetValues({ kind: 'set', text: typed(text) })],
  ] as const)('%s', (_, input, run) => {
    fc.assert(
      fc.property(input as fc.Arbitrary<string>, (text) => {
        expect(run(text)).toBeDefined()
      }),
      { seed: 1, numRuns: 1500 },
    )
  })
})

describe('a chart that wants too much', () => {
  it.each([
    ['text', '{{ repeat 1000000000 "a" }}'],
    ['padding', '{{ indent 1000000000 "a" }}'],
    ['steps', '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}'],
    ['a longer list', '{{ range until 1000000000 }}{{ end }}'],
    ['depth', '{{ define "a" }}{{ include "a" (dict "x" .) }}{{ end }}{{ include "a" . }}'],
    ['depth of templates', '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}'],
    ['tpl in tpl', '{{ define "a" }}{{ tpl "{{ include \\"a\\" (list .) }}" . }}{{ end }}{{ include "a" . }}'],
    ['parentheses', `{{ ${'('.repeat(20_000)}1${')'.repeat(20_000)} }}`],
    ['blocks', `${'{{ if 1 }}'.repeat(20_000)}${'{{ end }}'.repeat(20_000)}`],
    ['growth', '{{ $x := "aaaaaaaaaa" }}{{ range until 40 }}{{ $x = printf "%s%s" $x $x }}{{ end }}{{ $x }}'],
    [
      'growth in a map',
      '{{ $d := dict "x" "aa" }}{{ range until 99 }}{{ $_ := set $d "x" (print $d.x $d.x) }}{{ end }}',
    ],
    ['growth of a list', '{{ $x := list 1 }}{{ range until 40 }}{{ $x = concat $x $x }}{{ end }}'],
    ['growth by replacing', '{{ $x := "a" }}{{ range until 40 }}{{ $x = replace "a" "aaaa" $x }}{{ end }}'],
    ['growth by a pattern', '{{ $x := "a" }}{{ range until 40 }}{{ $x = regexReplaceAll "a" $x "aaaa" }}{{ end }}'],
    ['growth of quotes', '{{ $x := "\\"" }}{{ range until 60 }}{{ $x = printf "%q" $x }}{{ end }}'],
    ['steps of an integer', '{{ range 1000000000 }}x{{ end }}'],
    [
      'two includes each',
      '{{ define "a" }}{{ if lt (len .) 60 }}{{ include "a" (append . 1) }}{{ include "a" (append . 2) }}{{ end }}{{ end }}{{ include "a" list }}',
    ],
    [
      'the same patterns over long texts',
      '{{ $b := repeat 1000000 "a" }}{{ range until 1000 }}{{ $c := regexMatch "^(a+)+$" $b }}{{ end }}',
    ],
    ['a long pattern', '{{ regexMatch (repeat 100000 "(a|b)*") "ab" }}'],
    ['many pieces of a text', '{{ $c := split "," (repeat 3000000 "a,") }}'],
    [
      'long texts looked at often',
      '{{ $b := repeat 1000000 "é" }}{{ range until 10000 }}{{ $x := substr 1 5 $b }}{{ end }}',
    ],
    ['lists searched often', '{{ $b := until 100000 }}{{ range until 100000 }}{{ $c := has -1 $b }}{{ end }}'],
    [
      'copies',
      '{{ $b := dict }}{{ range until 20000 }}{{ $_ := set $b (toString .) (dict "a" .) }}{{ end }}{{ range until 10000 }}{{ $c := deepCopy $b }}{{ end }}',
    ],
    ['padding of a number', '{{ range until 10000 }}{{ $x := printf "%999999d" 1 }}{{ end }}'],
    ['random text', '{{ randAlphaNum 1000000000 }}'],
    ['random bytes', '{{ range until 100000 }}{{ $x := genPrivateKey "rsa" }}{{ end }}'],
    ['a long layout', '{{ toDate (repeat 10000 "2006") "x" }}'],
    ['tpl', '{{ range until 1000000 }}{{ tpl (printf "{{ %d }}" .) $ }}{{ end }}'],
    ['actions', '{{ 1 }}'.repeat(500_000)],
  ])('%s', (_, template) => {
    expect(['unsupported', 'fails']).toContain(render(template).kind)
  })

  /** Lists and maps that hold the one before twice: forty levels are a trillion values. */
  const lists = (name: string) =>
    `{{ $${name} := list }}{{ range until 40 }}{{ $${name} = list $${name} $${name} }}{{ end }}`
  const maps = (name: string) =>
    `{{ $${name} := dict "k" "v" }}{{ range until 40 }}{{ $${name} = dict "a" $${name} "b" $${name} }}{{ end }}`

  it.each([
    ['toYaml', `${lists('x')}{{ toYaml $x }}`],
    ['toJson', `${lists('x')}{{ toJson $x }}`],
    ['toToml', `${maps('x')}{{ toToml $x }}`],
    ['print', `${lists('x')}{{ print $x }}`],
    ['printf', `${lists('x')}{{ printf "%s" $x }}`],
    ['eq, whose message shows it', `${lists('x')}{{ eq $x $x }}`],
    ['deepEqual', `${maps('x')}${maps('y')}{{ deepEqual $x $y }}`],
    ['has', `${lists('x')}{{ has $x (list (list $x $x) $x) }}`],
    ['uniq', `${maps('x')}${maps('y')}{{ uniq (list $x $y) | len }}`],
    ['deepCopy', `${maps('x')}{{ deepCopy $x }}`],
    ['merge', `${maps('x')}${maps('y')}{{ merge $x $y }}`],
    [
      'mergeOverwrite with itself',
      '{{ $d := dict "b" 1 }}{{ $_ := set $d "a" $d }}{{ mergeOverwrite $d (deepCopy $d) }}',
    ],
    ['a map in itself', '{{ $_ := set .Values "a" .Values }}{{ toYaml .Values }}'],
  ])('a value that holds itself many times: %s', (_, template) => {
    expect(['unsupported', 'fails']).toContain(render(template, 'a: 1').kind)
  })

  it.each<[string, (size: number) => string]>([
    ['a duration', (size) => `{{ dateModify (print (repeat ${10 * size} "1") "x") now }}`],
    ['a number', (size) => `{{ float64 (print (repeat ${10 * size} "9") "x") }}`],
    ['a layout', (size) => `{{ toDate (repeat ${size} "1") (print (repeat ${2 * size} "1") "x") }}`],
    ['a path', (size) => `{{ base (print (repeat ${10 * size} "/") "a") }}`],
    ['a template of one line', (size) => `a: ${'{{ 1 }}'.repeat(2 * size)}`],
  ])('reads %s in linear time', (_, template) => {
    expect(growth(1250, (size) => render(template(size)))).toBeLessThan(aboutLinear)
  })

  it.each([
    [
      'aliases',
      `a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nc: &c [${'*b,'.repeat(50)}]\nd: &d [${'*c,'.repeat(50)}]\ne: [${'*d,'.repeat(50)}]`,
    ],
    ['brackets', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['indentation', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('values of %s', (_, values) => {
    expect(render('a: 1', values).kind).toMatch(/fails|unsupported/)
  })

  it.each([
    ['an index', 'a[1000000000]=1'],
    ['many indices', Array.from({ length: 30_000 }, (_, at) => `a[${at}]=v`).join(',')],
    ['nested indices', `a${'[0]'.repeat(50_000)}=1`],
    ['nested keys', `${'a.'.repeat(50_000)}b=1`],
  ])('settings of %s', (_, set) => {
    expect(render('a: 1', '', plainChart, '{}', set).kind).toMatch(/fails|unsupported/)
  })

  const branching = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`d${at}`, { allOf: Array(2).fill({ $ref: `#/$defs/d${at + 1}` }) }]),
  )

  it.each([
    ['references that branch', { $defs: { ...branching, d40: {} }, $ref: '#/$defs/d0' }],
    ['a reference to itself', { $ref: '#' }],
  ])('a schema of %s', (_, schema) => {
    expect(render('a: 1', 'a: 1', plainChart, JSON.stringify(schema)).kind).toBe('unsupported')
  })

  it('compares unique items that are maps', () => {
    const schema = JSON.stringify({ properties: { a: { uniqueItems: true } } })
    expect(render('a: 1', 'a: [{b: 1}, {b: 2}]', plainChart, schema).kind).toBe('text')
    expect(render('a: 1', 'a: [{b: 1}, {b: 1}]', plainChart, schema).kind).toBe('fails')
  })

  it('says nothing false of large values', () => {
    expect(render('a: 1', `a: [${'1,'.repeat(500_000)}]`).kind).toBe('unsupported')
  })

  it('matches patterns in linear time', () => {
    expect(render(`a: {{ regexMatch "^(a+)+$" "${'a'.repeat(40)}!" }}`)).toMatchObject({ kind: 'text' })
  })
})
