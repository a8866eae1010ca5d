import { renderChart } from '../../../src/render/helm/helm.ts'
import type { RenderValues } from '../../../src/render/render.ts'
import { topOf } from '../../../src/source/span.ts'
import { spoken, type Text } from '../../../src/source/text.ts'
import { newNames, show, unknown } from '../../../src/source/unknown.ts'
import { renderFiles } from '../files.ts'

const source = { path: '.github/workflows/deploy.yml', text: '' }

/** Renders one template with `tag`, `host` and `flag` set to unknowns, and shows the result with their names. */
function render(
  template: string,
  values = 'tag: ""\nhost: ""\nflag: false\nport: 80\n',
  more: Readonly<Record<string, string>> = {},
) {
  const names = newNames()
  const given: RenderValues[] = ['tag', 'host', 'flag', 'port'].map((key) => {
    const value = unknown(names, key, `inputs.${key}`)
    const text: Text = spoken(`${key}=${value}`, topOf(source))
    return { kind: 'set', text }
  })
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
    'values.yaml': values,
    'templates/a.yaml': template,
    ...more,
  }
  const rendered = renderChart(
    {
      path: '/c',
      kind: 'helm',
      values: given,
      release: undefined,
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
      names,
    },
    renderFiles('/c', files),
  )
  if (rendered.kind !== 'text') return rendered
  const text = rendered.text.value
  return {
    text: show(names, text.replace('---\n# Source: c/templates/a.yaml\n', '')).trimEnd(),
    uncertain: rendered.uncertain.map(({ start, end }) => show(names, text.slice(start, end))),
  }
}

describe('unknown values', () => {
  it.each([
    [
      'pass through what moves text',
      'a: {{ .Values.tag }}-{{ .Values.tag | quote }}',
      'a: <inputs.tag>-"<inputs.tag>"',
    ],
    ['count as set', 'a: {{ .Values.tag | default "latest" }}', 'a: <inputs.tag>'],
    ['are true in conditions', 'a: {{ if .Values.tag }}1{{ else }}2{{ end }}', 'a: 1'],
    ['survive printf', 'a: {{ printf "%s:%s" "app" .Values.tag }}', 'a: app:<inputs.tag>'],
    ['survive toYaml and fromYaml', 'a: {{ (toYaml (dict "k" .Values.tag) | fromYaml).k }}', 'a: <inputs.tag>'],
    ['survive tpl', 'a: {{ tpl "{{ .Values.tag }}" . }}', 'a: <inputs.tag>'],
    ['survive replace', 'a: {{ printf "x+%s" .Values.tag | replace "+" "_" }}', 'a: x_<inputs.tag>'],
    [
      'survive splitting at what is known',
      'a: {{ (splitList "/" (printf "r/%s" .Values.tag)) | last }}',
      'a: <inputs.tag>',
    ],
    ['are others once something looks inside', 'a: {{ .Values.tag | upper }}', 'a: <inputs.tag>'],
    ['keep what is known around them', 'a: {{ trimSuffix "-" (printf "%s-" .Values.tag) }}', 'a: <inputs.tag>'],
  ])('%s', (_, template, text) => {
    expect(render(template)).toEqual({ text, uncertain: [] })
  })

  it('leave documents uncertain that a condition on them touches, and the rest stands', () => {
    const template = 'a: 1\n---\n{{ if eq .Values.tag "x" }}\nb: 2\n{{ end }}\nc: 3\n---\nd: 4\n'
    expect(render(template)).toMatchObject({ uncertain: ['b: 2\n\nc: 3'] })
  })

  it('have no type where the default has one', () => {
    expect(render('a: 1\n{{ if .Values.flag }}b: 2{{ end }}')).toMatchObject({
      uncertain: [expect.stringContaining('b: 2')],
    })
    expect(render('a: {{ add .Values.port 1 }}')).toEqual({ text: 'a: <inputs.port>', uncertain: [] })
  })

  it('make one unknown of a template that says one of two things', () => {
    const template =
      '{{ define "name" }}{{ if contains "x" .Values.tag }}one{{ else }}two{{ end }}{{ end }}a: {{ include "name" . }}'
    expect(render(template)).toEqual({ text: 'a: <inputs.tag>', uncertain: [] })
  })

  it('make variables unknown that only one side sets', () => {
    const template = '{{ $x := "a" }}{{ if eq .Values.tag "1" }}{{ $x = "b" }}{{ end }}a: {{ $x }}'
    expect(render(template)).toEqual({ text: 'a: <inputs.tag>', uncertain: [] })
  })

  it('do not make a chart fail that may render', () => {
    expect(render('{{ if hasPrefix "v" .Values.tag }}{{ fail "no" }}{{ end }}a: 1')).toMatchObject({ text: 'a: 1' })
    expect(render('{{ if eq .Values.tag "v" }}{{ fail "no" }}{{ else }}{{ fail "neither" }}{{ end }}')).toMatchObject({
      kind: 'unsupported',
    })
    expect(render('{{ range .Values.host }}a: {{ . }}{{ end }}\nb: 1')).toMatchObject({
      uncertain: [expect.stringContaining('b: 1')],
    })
  })

  it('leave a dependency uncertain that they may switch off', () => {
    const head = 'apiVersion: v2\nversion: 0.1.0\n'
    const rendered = render('a: 1', 'flag: false\n', {
      'Chart.yaml': `${head}name: c\ndependencies: [{name: d, version: 0.1.0, condition: flag}]\n`,
      'charts/d/Chart.yaml': `${head}name: d\n`,
      'charts/d/templates/b.yaml': 'b: 1',
    })
    expect(rendered).toMatchObject({ uncertain: ['b: 1'] })
  })

  it('make random values unknown, too', () => {
    expect(render('a: {{ randAlphaNum 8 }}\nb: {{ uuidv4 | quote }}')).toEqual({
      text: 'a: <randAlphaNum>\nb: "<uuidv4>"',
      uncertain: [],
    })
  })
})
