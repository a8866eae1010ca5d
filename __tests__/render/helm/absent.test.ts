import { renderChart } from '../../../src/render/helm/helm.ts'
import { newNames, show } from '../../../src/source/unknown.ts'
import { renderFiles } from '../files.ts'

const dependency = (more = ''): string =>
  `apiVersion: v2\nname: c\nversion: 0.1.0\ndependencies:\n- name: redis\n  version: 18.x.x\n  repository: https://charts.example.com\n${more}`

/** Renders one template of a chart whose dependency `redis` is not there. */
function render(template: string, { chart = dependency(), absent = true, more = '' } = {}) {
  const names = newNames()
  const files: Readonly<Record<string, string>> = {
    'Chart.yaml': chart,
    'values.yaml': `own: 1\nredis:\n  enabled: true\n  auth:\n    user: web\n  nodes: [a]\n${more}`,
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
      names,
      ...(absent ? { absent: 'left-open' as const } : {}),
    },
    renderFiles('/c', files),
  )
  if (rendered.kind !== 'text') return rendered.kind === 'fails' ? `fails: ${rendered.message}` : rendered.reason
  const text = show(names, rendered.text.value.replace('---\n# Source: c/templates/a.yaml\n', '')).trimEnd()
  return `${rendered.uncertain.length > 0 ? 'uncertain: ' : ''}${text}`
}

describe('a chart whose dependency is not there', () => {
  const rest = '<values of redis>'

  it.each([
    ['renders its own templates', 'a: {{ .Values.own }}', 'a: 1'],
    ['knows what it says of the dependency itself', 'a: {{ .Values.redis.auth.user }}', 'a: web'],
    ['knows lists, which are replaced as a whole', 'a: {{ len .Values.redis.nodes }}', 'a: 1'],
    ['knows no other value of it', 'a: {{ .Values.redis.port }}', `a: ${rest}`],
    ['nor one below', 'a: {{ .Values.redis.auth.password }}', `a: ${rest}`],
    ['nor one below what is unknown', 'a: {{ .Values.redis.master.service.port }}', `a: ${rest}`],
    ['decides what is known', '{{ if .Values.redis.enabled }}a: 1{{ else }}a: 2{{ end }}', 'a: 1'],
    ['does not decide the rest', '{{ if .Values.redis.tls }}a: 1{{ end }}', 'uncertain: a: 1'],
    ['takes it for set', 'a: {{ .Values.redis.port | default 6379 }}', `a: ${rest}`],
    ['get', 'a: {{ get .Values.redis "port" }}', `a: ${rest}`],
    ['get of what is known', 'a: {{ get .Values.redis "enabled" }}', 'a: true'],
    ['index', 'a: {{ index .Values.redis "auth" "password" }}', `a: ${rest}`],
    ['dig', 'a: {{ dig "redis" "auth" "password" "none" (.Values | deepCopy | merge (dict)) }}', `a: ${rest}`],
    ['hasKey', '{{ if hasKey .Values.redis "port" }}a: 1{{ end }}', 'uncertain: a: 1'],
    ['toYaml', 'a: {{ toYaml .Values.redis }}', `a: ${rest}`],
    ['toJson of what holds it', 'a: {{ toJson (dict "r" .Values.redis) }}', `a: {"r":"${rest}"}`],
    ['keys', 'a: {{ keys .Values.redis | join "," }}', `a: ${rest}`],
    ['range', '{{ range $k, $v := .Values.redis.auth }}{{ $k }}: {{ $v }}{{ end }}', 'uncertain: user: web'],
    [
      'set',
      '{{ $_ := set .Values.redis "port" 1 }}a: {{ .Values.redis.port }}\nb: {{ .Values.redis.tls }}',
      `a: 1\nb: ${rest}`,
    ],
    ['the subchart itself', 'a: {{ .Subcharts.redis.Values.port }}', `a: ${rest}`],
    [
      'fails where it would with any',
      'a: {{ required "no b" .Values.b }}',
      'fails: execution error at (c/templates/a.yaml:1:6): no b',
    ],
    [
      'is not judged with templates that may be the dependency’s',
      'a: {{ include "redis.name" . }}',
      'template "redis.name" is not defined without redis',
    ],
    ['nor with these', 'a: {{ template "redis.name" . }}', 'template "redis.name" is not defined without redis'],
  ])('%s', (_, template, expected) => {
    expect(render(template).replaceAll(/<[^>]*redis[^>]*>/g, rest)).toBe(expected)
  })

  it.each<[string, string, string]>([
    ['switched off, it adds nothing', '  condition: redis.active\n', 'a: \nb: true'],
    [
      'imports may be called anything',
      '  import-values: [data]\n',
      'the chart imports values of redis, which is not there',
    ],
  ])('%s', (_, more, expected) => {
    const template = 'a: {{ .Values.redis.port }}\nb: {{ .Values.redis.enabled }}'
    expect(render(template, { chart: dependency(more), more: '  active: false\n' })).toBe(expected)
  })

  it('is refused where it is to be printed', () => {
    expect(render('a: 1', { absent: false })).toBe(
      'dependencies found in Chart.yaml, but missing in charts/ directory: redis',
    )
  })
})
