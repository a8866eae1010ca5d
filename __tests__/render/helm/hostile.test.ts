import fc from 'fast-check'
import { renderChart } from '../../../src/render/helm/helm.ts'
import { fileText } from '../../../src/source/text.ts'
import { parseTemplate } from '../../../src/syntax/go-template.ts'
import { parseSetValues } from '../../../src/syntax/set-values.ts'
import { parseGoYaml } from '../../../src/syntax/yaml-go-parse.ts'

const typed = (text: string) => fileText({ path: 'x', text })

function render(template: string, values = '', chart = 'apiVersion: v2\nname: c\nversion: 0.1.0\n') {
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': chart,
    'values.yaml': values,
    'templates/a.yaml': template,
  }
  return renderChart(
    {
      path: '/c',
      kind: 'helm',
      values: [],
      release: typed('r'),
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
    },
    {
      read: (path) => {
        const text = files[path.slice('/c/'.length)]
        return text === undefined ? undefined : fileText({ path, text })
      },
      list: (path) => (path === '/c' ? ['Chart.yaml', 'values.yaml', 'templates'] : ['a.yaml']),
      isDirectory: (path) => path === '/c' || path === '/c/templates',
    },
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
  ])('%s', (_, template) => {
    expect(['unsupported', 'fails']).toContain(render(template).kind)
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

  it('matches patterns in linear time', () => {
    expect(render(`a: {{ regexMatch "^(a+)+$" "${'a'.repeat(40)}!" }}`)).toMatchObject({ kind: 'text' })
  })
})
