import fc from 'fast-check'
import { functionsOf } from '../../../src/render/helm/functions/table.ts'
import { renderChart } from '../../../src/render/helm/helm.ts'
import { fileText } from '../../../src/source/text.ts'
import { newNames, unknown } from '../../../src/source/unknown.ts'
import { renderFiles } from '../files.ts'

const commandLine = '(command line)'
const secret = unknown(newNames(), 'secret', 'secrets.TOKEN')

function render(templates: Readonly<Record<string, string>>, values: string, open: boolean) {
  const names = newNames()
  if (open) unknown(names, 'secret', 'secrets.TOKEN')
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
    'values.yaml': values,
    'notes.md': '# Notes\n',
    ...templates,
  }
  const _paths = Object.keys(files)
  return renderChart(
    {
      path: '/c',
      kind: 'helm',
      values: [],
      release: fileText({ path: commandLine, text: 'r' }),
      namespace: undefined,
      versions: { helm: 3, kubernetes: '1.30.0', apiVersions: [] },
      ...(open ? { names } : {}),
    },
    renderFiles('/c', files),
  )
}

const literals = ['"s"', '""', '"a,b c"', '`r.*`', '"%d %s"', "'c'", '0', '1', '-3', '2.5', '1e3', '"8"', 'true', 'nil']
const places = [
  ...['.', '$', '$x', '.Values', '.Values.a', '.Values.l', '.Values.m', '.Values.m.s', '.Values.u', '.Values.zz.y'],
  ...['$.Values.m', '$.Values.l', '$.Values.u', '.Release.Name', '.Chart', '.Chart.Name', '.Files', '.Template.Name'],
  ...['.Capabilities.KubeVersion', '.Capabilities.APIVersions', '($.Files.Get "notes.md")', '.Release', '.s', '.a.b'],
]
const names = Object.keys(functionsOf(3)).filter((name) => name !== 'include' && name !== 'tpl')

const { pipeline, nodes } = fc.letrec<{ term: string; call: string; pipeline: string; node: string; nodes: string }>(
  (tie) => ({
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...literals, ...places),
      fc.constantFrom(...places),
      tie('pipeline').map((inner) => `(${inner})`),
      fc.tuple(tie('term'), tie('term')).map(([a, b]) => `(list ${a} ${b})`),
      fc.tuple(tie('term'), tie('term')).map(([a, b]) => `(dict "k" ${a} "s" ${b})`),
    ),
    call: fc
      .tuple(fc.constantFrom(...names), fc.array(tie('term'), { maxLength: 4 }))
      .map(([name, args]) => [name, ...args].join(' ')),
    pipeline: fc.oneof(
      { depthSize: 'small' },
      tie('term'),
      tie('call'),
      fc
        .tuple(tie('term'), fc.array(tie('call'), { minLength: 1, maxLength: 3 }))
        .map(([a, b]) => [a, ...b].join(' | ')),
      tie('term').map((data) => `include "named" ${data}`),
      fc.tuple(tie('pipeline'), tie('term')).map(([text, data]) => `tpl (print "{{" (quote (${text})) "}}") ${data}`),
      tie('term').map((text) => `tpl (toString ${text}) $`),
    ),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('text\n', 'a: b\n', '---\n', '- x\n', '  '),
      tie('pipeline').map((value) => `{{ ${value} }}`),
      tie('pipeline').map((value) => `a: {{ ${value} | quote }}\n`),
      tie('pipeline').map((value) => `{{- $x = ${value} }}`),
      fc
        .tuple(tie('pipeline'), tie('nodes'), tie('nodes'))
        .map(([a, b, c]) => `{{ if ${a} }}${b}{{ else }}${c}{{ end }}`),
      fc.tuple(tie('pipeline'), tie('nodes')).map(([a, b]) => `{{- with ${a} }}${b}{{- end }}`),
      fc.tuple(tie('pipeline'), tie('nodes')).map(([a, b]) => `{{ range $i, $e := ${a} }}${b}{{ end }}`),
      fc.tuple(tie('pipeline'), tie('nodes')).map(([a, b]) => `{{ range ${a} }}${b}{{ break }}{{ end }}`),
      tie('pipeline').map((value) => `{{ template "named" ${value} }}`),
    ),
    nodes: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'nodes' }).map((list) => list.join('')),
  }),
)

const leaf = fc.oneof(
  fc.constantFrom(
    '',
    's',
    'a b',
    '1.2.3',
    '{{ .Values.a }}',
    '*',
    'é💥',
    'k: v\nl: [1]',
    '2024-01-01',
    secret,
    `x${secret}`,
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 's', 'k', '1'), tie('any'), { maxKeys: 3 }),
  ),
})).any
const values = fc.record({
  a: value,
  l: fc.array(value, { maxLength: 4 }),
  m: fc.dictionary(fc.constantFrom('a', 's', 'k'), value),
  u: fc.constant(secret),
})

describe('random templates over random values', () => {
  it.each([
    ['known', false],
    ['with unknowns', true],
  ])('end soon with a text, a place, or a word about what is not supported: %s', (_, open) => {
    fc.assert(
      fc.property(nodes, nodes, pipeline, values, (main, named, whole, given) => {
        const text = JSON.stringify(given)
        const result = render(
          {
            'templates/_named.tpl': `{{- $x := 1 }}{{ define "named" }}{{ $x := . }}${named}{{ end }}`,
            'templates/a.yaml': `{{- $x := dict }}${main}\n`,
            'templates/b.yaml': `{{- $x := .Values }}b: {{ ${whole} | toJson }}\n`,
          },
          open ? text : text.replaceAll(secret, 'token'),
          open,
        )
        expect(['text', 'fails', 'unsupported']).toContain(result.kind)
        if (result.kind === 'fails') expect(result.at.source.path).toMatch(/^\/c\/|^\(command line\)$/)
      }),
      { seed: Number(process.env['SEED'] ?? 1), numRuns: Number(process.env['RUNS'] ?? 250) },
    )
  })
})
