import { renderChart } from '../../../src/render/helm/helm.ts'
import type { Span } from '../../../src/source/span.ts'
import { pieceAt, reasons } from '../../../src/source/text.ts'
import { renderFiles } from '../files.ts'

/** Renders a chart and tells why the piece that holds `word` stands there: kind, action, and what decided. */
function reasonsFor(word: string, template: string, helpers = ''): readonly string[] {
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\nappVersion: "1.0"\n',
    'values.yaml':
      'image: web\ntag: ""\nother: ""\nlocal: yes\nsize: 3\nnames: [a, b]\nempty: {}\ntext: "{{ .Values.image }}"\n',
    'templates/_helpers.tpl': helpers,
    'templates/a.yaml': template,
  }
  const rendered = renderChart(
    {
      path: '/c',
      kind: 'helm',
      values: [],
      release: undefined,
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
    },
    renderFiles('/c', files),
  )
  if (rendered.kind !== 'text') throw new Error(JSON.stringify(rendered))
  const piece = pieceAt(rendered.text, rendered.text.value.lastIndexOf(word))
  if (!piece) throw new Error(rendered.text.value)
  return reasons(piece).map(({ kind, at, by }) => `${kind} ${shown(at)}${by ? ` by ${shown(by)}` : ''}`)
}

const shown = ({ source, start, end }: Span): string =>
  `${source.path.split('/').at(-1)}[${source.text.slice(start, end)}]`

it.each<[string, string, string, string, readonly string[]]>([
  ['the text of a template', 'kind', 'kind: A', '', []],
  ['a value', 'web', 'a: {{ .Values.image }}', '', ['written a.yaml[.Values.image]']],
  [
    'a default that takes the place of an empty value',
    '1.0',
    'a: {{ .Values.tag | default .Chart.AppVersion }}',
    '',
    ['fallback a.yaml[.Values.tag | default .Chart.AppVersion] by values.yaml[""]'],
  ],
  [
    'a default for what is not there',
    '1.0',
    'a: {{ .Values.none | default .Chart.AppVersion }}',
    '',
    ['fallback a.yaml[.Values.none | default .Chart.AppVersion]'],
  ],
  [
    'a default that is not needed',
    'web',
    'a: {{ default "x" .Values.image }}',
    '',
    ['written a.yaml[default "x" .Values.image]'],
  ],
  [
    'or',
    'web',
    'a: {{ or .Values.tag .Values.image }}',
    '',
    ['fallback a.yaml[or .Values.tag .Values.image] by values.yaml[""]'],
  ],
  [
    'coalesce, of which the first was meant',
    'web',
    'a: {{ coalesce .Values.tag .Values.other .Values.image }}',
    '',
    ['fallback a.yaml[coalesce .Values.tag .Values.other .Values.image] by values.yaml[""]'],
  ],
  [
    'ternary',
    'web',
    'a: {{ ternary .Values.image "x" .Values.local }}',
    '',
    ['condition a.yaml[ternary .Values.image "x" .Values.local] by values.yaml[yes]'],
  ],
  [
    'a condition',
    'kind',
    '{{ if .Values.local }}kind: A{{ end }}',
    '',
    ['condition a.yaml[.Values.local] by values.yaml[yes]'],
  ],
  [
    'else',
    'kind',
    '{{ if .Values.tag }}{{ else }}kind: A{{ end }}',
    '',
    ['condition a.yaml[.Values.tag] by values.yaml[""]'],
  ],
  [
    'a comparison',
    'kind',
    '{{ if eq .Values.size 3.0 }}kind: A{{ end }}',
    '',
    ['condition a.yaml[eq .Values.size 3.0] by values.yaml[3]'],
  ],
  [
    'and, or, not',
    'kind',
    '{{ if and .Values.image (not .Values.tag) (or .Values.other .Values.local) }}kind: A{{ end }}',
    '',
    ['condition a.yaml[and .Values.image (not .Values.tag) (or .Values.other .Values.local)] by values.yaml[yes]'],
  ],
  [
    'conditions in each other, and with',
    'web',
    '{{ with .Values.names }}{{ if $.Values.local }}a: {{ $.Values.image }}{{ end }}{{ end }}',
    '',
    [
      'written a.yaml[$.Values.image]',
      'condition a.yaml[$.Values.local] by values.yaml[yes]',
      'condition a.yaml[.Values.names] by values.yaml[[a, b]]',
    ],
  ],
  ['what comes behind a condition', 'kind', '{{ if .Values.local }}a: 1{{ end }}\nkind: A', '', []],
  [
    'templates that include each other',
    '1.0',
    '{{ include "outer" . | indent 0 }}',
    '{{ define "outer" }}a: {{ template "inner" . }}{{ end }}{{ define "inner" }}{{ .Values.tag | default .Chart.AppVersion | quote }}{{ end }}',
    [
      'fallback _helpers.tpl[.Values.tag | default .Chart.AppVersion | quote] by values.yaml[""]',
      'call _helpers.tpl["inner" .]',
      'call a.yaml[include "outer" . | indent 0]',
    ],
  ],
  [
    'a default that is made by a template',
    'web',
    'a: {{ default (include "name" .) .Values.tag }}',
    '{{ define "name" }}{{ .Values.image }}{{ end }}',
    [
      'fallback a.yaml[default (include "name" .) .Values.tag] by values.yaml[""]',
      'written _helpers.tpl[.Values.image]',
      'call a.yaml[default (include "name" .) .Values.tag]',
    ],
  ],
  [
    'tpl',
    'web',
    'a: {{ tpl .Values.text . }}',
    '',
    ['written values.yaml[.Values.image]', 'call a.yaml[tpl .Values.text .]'],
  ],
  [
    'what was made of a value',
    'WEB',
    'a: {{ .Values.image | upper | trunc 3 | quote }}',
    '',
    ['written a.yaml[.Values.image | upper | trunc 3 | quote]'],
  ],
  [
    'what a function made of a default',
    'MS4w',
    'a: {{ .Values.tag | default .Chart.AppVersion | b64enc }}',
    '',
    ['fallback a.yaml[.Values.tag | default .Chart.AppVersion | b64enc] by values.yaml[""]'],
  ],
])('%s', (_, word, template, helpers, expected) => {
  expect(reasonsFor(word, template, helpers)).toEqual(expected)
})
