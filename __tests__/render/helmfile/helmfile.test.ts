import { readHelmfile } from '../../../src/render/helmfile/helmfile.ts'
import type { RenderFiles, RenderValues } from '../../../src/render/render.ts'
import { spanText } from '../../../src/source/span.ts'
import { fileText, placeOf, type Text } from '../../../src/source/text.ts'
import { newNames, show } from '../../../src/source/unknown.ts'

type Tree = Readonly<Record<string, string>>

function filesOf(tree: Tree): RenderFiles {
  const texts = new Map(Object.entries(tree).map(([path, text]) => [`/w/${path}`, fileText({ path, text })]))
  const list = (path: string): readonly string[] =>
    [
      ...new Set(
        [...texts.keys()].filter((one) => one.startsWith(`${path}/`)).map((one) => one.slice(path.length + 1)),
      ),
    ].map((one) => one.split('/')[0] ?? '')
  return { read: (path) => texts.get(path), list, isDirectory: (path) => list(path).length > 0 }
}

interface Told {
  readonly environment?: string
  readonly namespace?: string
  readonly selectors?: readonly string[]
  readonly set?: string
  readonly variables?: Readonly<Record<string, string>>
  readonly path?: string
}

const text = (value: string): Text => fileText({ path: 'command line', text: value })

function read(tree: Tree, told: Told = {}) {
  const names = newNames()
  const stateValues: readonly RenderValues[] = told.set ? [{ kind: 'set', text: text(told.set) }] : []
  const { releases, leftOut } = readHelmfile(
    {
      path: `/w/${told.path ?? Object.keys(tree).find((path) => /^helmfile\.yaml/.test(path))}`,
      environment: told.environment === undefined ? undefined : text(told.environment),
      namespace: told.namespace === undefined ? undefined : text(told.namespace),
      selectors: (told.selectors ?? []).map(text),
      stateValues,
      variable: (name) => (told.variables?.[name] === undefined ? undefined : text(told.variables[name])),
      names,
    },
    filesOf(tree),
  )
  const shown = (one: Text | undefined): string => (one ? show(names, one.value).trimEnd() : '')
  const lines = releases.map(({ name, chart, namespace, values }) =>
    [
      `${shown(namespace)}/${shown(name)} ${shown(chart)}`,
      ...values.map((value) => `${value.kind} ${shown(value.kind === 'path' ? value.path : value.text)}`),
    ].join(' | '),
  )
  return { lines, leftOut, releases, shown }
}

const shop = 'releases:\n- name: shop\n  chart: ./chart\n'

it.each<[string, Tree, Told, readonly string[]]>([
  ['a release', { 'helmfile.yaml': `${shop}  namespace: live\n` }, {}, ['live/shop ./chart']],
  [
    'its namespace overridden',
    { 'helmfile.yaml': `${shop}  namespace: live\n` },
    { namespace: 'other' },
    ['other/shop ./chart'],
  ],
  ['the namespace of the file', { 'helmfile.yaml': `namespace: all\n${shop}` }, {}, ['all/shop ./chart']],
  [
    'values of every kind in order',
    {
      'helmfile.yaml': `${shop}  set: [{name: a, value: "1,2"}, {name: b, values: [x, y]}]\n  setString: [{name: c, value: 3}]\n  values: [a.yaml, {tag: yes}]\n`,
      'a.yaml': 'x: 1',
    },
    {},
    ['/shop ./chart | path a.yaml | inline tag: "yes" | set a=1\\,2 | set b={x,y} | set-string c=3'],
  ],
  [
    'a template of values with what it can see',
    {
      'helmfile.yaml.gotmpl': `environments:\n  prod:\n    values: [env.yaml, {size: 3}]\n---\nreleases:\n- name: shop\n  chart: ./chart\n  namespace: {{ .Values.space }}\n  labels: {tier: web}\n  values: [v.yaml.gotmpl]\n`,
      'env.yaml': 'space: live\nsize: 1\n',
      'v.yaml.gotmpl':
        'a: {{ .Release.Name }}-{{ .Release.Namespace }}-{{ .Environment.Name }}-{{ .StateValues.size }}-{{ .Release.Labels.tier }}',
    },
    { environment: 'prod' },
    ['live/shop ./chart | inline a: shop-live-prod-3-web'],
  ],
  [
    'values of the file below those of the environment below those of the command line',
    {
      'helmfile.yaml.gotmpl': `values: [{a: 1, b: 1, c: 1}]\nenvironments:\n  default:\n    values: [{b: 2, c: 2}]\n---\n${shop}  values: [{v: "{{ .Values.a }}{{ .Values.b }}{{ .Values.c }}"}]\n`,
    },
    { set: 'c=3' },
    ['/shop ./chart | inline v: "123"'],
  ],
  [
    'a base below the file',
    {
      'helmfile.yaml.gotmpl': `bases: [base.yaml]\n---\n${shop}  values: [{v: "{{ .Values.a }}"}]\n`,
      'base.yaml': 'environments:\n  default:\n    values: [env/a.yaml]\nhelmDefaults: {wait: true}\n',
      'env/a.yaml': 'a: base\n',
    },
    {},
    ['/shop ./chart | inline v: base'],
  ],
  [
    'templates of releases',
    {
      'helmfile.yaml': `templates:\n  common:\n    namespace: live\n    chart: ./charts/{{ .Release.Name }}\n    values: [{a: 1}]\n    labels: {x: y}\nreleases:\n- name: shop\n  inherit: [{template: common}]\n  values: [{b: 2}]\n- name: api\n  namespace: own\n  inherit: [{template: common, except: [values]}]\n`,
    },
    {},
    ['live/shop ./charts/shop | inline a: 1 | inline b: 2', 'own/api ./charts/api'],
  ],
  [
    'templates of releases before v1',
    {
      'helmfile.yaml':
        'templates:\n  common: &common\n    chart: ./charts/{{`{{ .Release.Name }}`}}\nreleases:\n- name: shop-{{ env "STAGE" }}\n  <<: *common\n',
    },
    { variables: { STAGE: 'x' } },
    ['/shop-x ./charts/shop-x'],
  ],
  [
    'an environment in the part that uses it, before v1',
    {
      'helmfile.yaml': `environments:\n  prod:\n    values: [{tag: 7}]\n${shop}  values: [{tag: {{ .Values.tag }}}]\n`,
    },
    { environment: 'prod' },
    ['/shop ./chart | inline tag: 7'],
  ],
  ['what is not installed', { 'helmfile.yaml': `${shop}  installed: false\n` }, {}, []],
  [
    'a template of whether it is installed',
    { 'helmfile.yaml': `environments: {prod: {}}\n${shop}  installedTemplate: '{{ eq .Environment.Name "prod" }}'\n` },
    { environment: 'prod' },
    ['/shop ./chart'],
  ],
  [
    'a condition',
    {
      'helmfile.yaml': `values: [{redis: {enabled: false}, web: {enabled: true}}]\nreleases:\n- {name: redis, chart: ./redis, condition: redis.enabled}\n- {name: web, chart: ./web, condition: web.enabled}\n`,
    },
    {},
    ['/web ./web'],
  ],
  [
    'selectors',
    {
      'helmfile.yaml': `commonLabels: {app: all}\nreleases:\n- {name: a, chart: ./x/a, labels: {tier: web}}\n- {name: b, chart: ./x/b, labels: {tier: db}}\n- {name: c, chart: ./x/c}\n`,
    },
    { selectors: ['tier=web,app=all', 'chart=b', 'name!=a,name!=b,name!=c'] },
    ['/a ./x/a', '/b ./x/b'],
  ],
  [
    'helmfiles in a helmfile',
    {
      'helmfile.yaml': `helmfiles:\n- path: sub/helmfile.yaml.gotmpl\n  selectors: [name=b]\n  values: [{v: 1}]\n- apps\n`,
      'sub/helmfile.yaml.gotmpl': 'releases:\n- {name: a, chart: ./a}\n- {name: b, chart: ./b{{ .Values.v }}}\n',
      'apps/1.yaml': 'releases: [{name: c, chart: ../c}]',
      'apps/2.yaml': 'releases: [{name: d, chart: ../d}]',
    },
    {},
    ['/b ./b1', '/c ../c', '/d ../d'],
  ],
  [
    'a loop over values, and what a helper makes',
    {
      'helmfile.yaml.gotmpl': `values: [{apps: {a: {tag: 1}, b: {tag: 2}}}]\n---\nreleases:\n{{- range $name, $app := .Values.apps }}\n- name: {{ $name }}\n  chart: ./app\n  values:\n  - {{ include "tags" $app | nindent 4 | trim }}\n{{- end }}\n`,
      '_helpers.tpl': '{{ define "tags" }}tag: {{ .tag }}{{ end }}',
    },
    {},
    ['/a ./app | inline tag: 1', '/b ./app | inline tag: 2'],
  ],
  [
    'functions of helmfile',
    {
      'helmfile.yaml.gotmpl': `{{ $x := dict "a" (dict "b" "c") }}${shop}  values:\n  - v: {{ get "a.b" $x }}{{ get "a.z" "d" $x }}{{ getOrNil "q.r" $x | default "n" }}{{ requiredEnv "TAG" }}{{ readFile "f.txt" }}{{ isFile "f.txt" }}{{ isFile "g.txt" }}\n    m:{{ $x | toYaml | nindent 6 }}\n    z: {{ (fromYaml "k: 1000000").k }}\n`,
      'f.txt': 'read',
    },
    { variables: { TAG: 'T' } },
    ['/shop ./chart | inline m:\n  a:\n    b: c\nv: cdnTreadtruefalse\nz: 1000000'],
  ],
  [
    'what nobody knows',
    {
      'helmfile.yaml.gotmpl': `${shop}  values:\n  - tag: {{ env "TAG" }}\n    s: ref+vault://a/b#c\n    x: {{ exec "git" (list "rev-parse") | trim }}\n`,
    },
    {},
    ['/shop ./chart | inline s: <ref+vault://a/b#c>\ntag: <TAG>\nx: <exec git [rev-parse]>'],
  ],
  [
    'secrets, whose keys are in the clear',
    { 'helmfile.yaml': `${shop}  secrets: [s.yaml]\n`, 's.yaml': 'db:\n  password: ENC[x]\nsops: {mac: y}\n' },
    {},
    ['/shop ./chart | inline db:\n  password: <s.yaml db password>'],
  ],
  [
    'values that a helmfile is given above its own environment',
    {
      'helmfile.yaml': 'helmfiles: [{path: sub/helmfile.yaml.gotmpl, values: [{b: given}]}]\n',
      'sub/helmfile.yaml.gotmpl': `environments: {prod: {values: [{b: own, c: own}]}}\n---\n${shop}  values: [{v: "{{ .Values.b }} {{ .Values.c }}"}]\n`,
      'base.yaml': '',
    },
    { environment: 'prod', set: 'x=1' },
    ['/shop ./chart | inline v: given own'],
  ],
  [
    'labels that every release has',
    {
      'helmfile.yaml': `commonLabels: {a: b}\n${shop}  labels: {a: c}\n  values: [v.gotmpl]\n`,
      'v.gotmpl': '{{ .Release.Labels | toJson }}',
    },
    { namespace: 'live' },
    ['live/shop ./chart | inline {"a":"b","chart":"chart","name":"shop","namespace":"live"}'],
  ],
  [
    'parts, each on top of those before',
    {
      'helmfile.yaml.gotmpl': `environments: {prod: {values: [{a: 1, b: 1}]}}\n---\nenvironments: {prod: {values: [{b: {{ .Values.a }}9}]}}\n---\n${shop}  values: [{v: {{ .Values.b }}}]\n`,
    },
    { environment: 'prod' },
    ['/shop ./chart | inline v: 19'],
  ],
  [
    'lists, which replace each other unless there is a gap, and nothing, which replaces nothing',
    {
      'helmfile.yaml.gotmpl': `values: [{l: [1, 2], g: [1, 2], n: 1}]\nenvironments:\n  default:\n    values: [{l: [3], g: [3, null], n: null}]\n---\n${shop}  values: [{v: '{{ .Values | toJson }}'}]\n`,
    },
    {},
    [`/shop ./chart | inline v: '{"g":[3,2],"l":[3],"n":1}'`],
  ],
  [
    'nothing, as Go prints it',
    { 'helmfile.yaml.gotmpl': `${shop}  values: [{v: "{{ dict "a" nil | getOrNil "a" }}"}]\n` },
    {},
    ['/shop ./chart | inline v: <no value>'],
  ],
  [
    'files that may be missing',
    { 'helmfile.yaml': `${shop}  missingFileHandler: Warn\n  values: [a.yaml, b.yaml.gotmpl]\n` },
    {},
    ['/shop ./chart'],
  ],
])('%s', (_, tree, told, expected) => {
  const { lines } = read(tree, told)
  expect(lines).toEqual(expected)
})

it.each<[string, Tree, Told?]>([
  ['a key that is not there', { 'helmfile.yaml.gotmpl': `${shop}  values: [{a: "{{ .Values.nothing }}"}]\n` }],
  ['a condition on what nobody knows', { 'helmfile.yaml.gotmpl': `{{ if eq (env "A") "b" }}\n${shop}{{ end }}\n` }],
  ['an environment that nobody knows', { 'helmfile.yaml': shop }, { environment: '\uE000' }],
  [
    'a default behind what is no map',
    { 'helmfile.yaml.gotmpl': `${shop}  values: [{a: {{ dict "a" nil | get "a.b" "d" }}}]\n` },
  ],
  [
    'an environment that is not declared',
    { 'helmfile.yaml': `environments: {prod: {}}\n---\n${shop}` },
    { environment: 'dev' },
  ],
  ['an environment where none is declared', { 'helmfile.yaml': shop }, { environment: 'dev' }],
  ['a template that does not parse', { 'helmfile.yaml.gotmpl': `{{ if }}\n${shop}` }],
  ['a file that is not YAML', { 'helmfile.yaml': 'a: [\n' }],
  ['a base that is not there', { 'helmfile.yaml': `bases: [none.yaml]\n${shop}` }],
  ['a base of itself', { 'helmfile.yaml': `bases: [helmfile.yaml]\n${shop}` }],
  ['a helmfile in itself', { 'helmfile.yaml': `helmfiles: [helmfile.yaml]\n` }],
  ['a template of releases that is not there', { 'helmfile.yaml': `${shop}  inherit: [{template: none}]\n` }],
  [
    'templates that inherit each other',
    { 'helmfile.yaml': `templates: {a: {inherit: [{template: a}]}}\n${shop}  inherit: [{template: a}]\n` },
  ],
  ['a name that never settles', { 'helmfile.yaml': `releases: [{name: "x{{ .Release.Name }}", chart: ./c}]\n` }],
  ['a required value', { 'helmfile.yaml.gotmpl': `${shop}  values: [{a: {{ required "no" "" }}}]\n` }],
  ['a pattern for a path', { 'helmfile.yaml': `${shop}  values: ["*.yaml"]\n` }],
  ['a release that is no map', { 'helmfile.yaml': 'releases: [1]\n' }],
  ['nothing at all', {}, { path: 'helmfile.yaml' }],
])('leaves out %s', (_, tree, told = {}) => {
  const { lines, leftOut } = read(tree, told)
  expect(lines).toEqual([])
  expect(leftOut.length).toBeGreaterThan(0)
})

it.each<[string, string, boolean, string, boolean]>([
  ['', '', false, '', false],
  ['helmDefaults: {wait: true, timeout: 90}\n', '', true, '90s', false],
  ['helmDefaults: {wait: true}\n', '  wait: false\n  timeout: 5\n', false, '5s', false],
  ['helmDefaults: {atomic: true}\n', '', true, '', false],
  ['', '  hooks: [{events: [presync], command: make}]\n', false, '', true],
  ['helmDefaults: {args: ["--set", "a=b"]}\n', '', false, '', true],
  ['helmDefaults: {args: ["--history-max=2"]}\n', '  reuseValues: true\n', false, '', true],
])('%j and %j', (defaults, rest, wait, timeout, isBlurred) => {
  const { releases, shown } = read({ 'helmfile.yaml': `${defaults}${shop}${rest}` })
  expect(releases.map((one) => [one.wait, shown(one.timeout), one.isBlurred])).toEqual([[wait, timeout, isBlurred]])
})

it('knows where a value was written', () => {
  const { releases } = read({
    'helmfile.yaml.gotmpl': `environments:\n  default:\n    values: [env.yaml]\n---\n${shop}  values: [{tag: "{{ .Values.tag }}"}]\n`,
    'env.yaml': 'tag: v1\n',
  })
  const value = releases[0]?.values[0]
  const tag = value?.kind === 'inline' ? value.text : undefined
  expect(tag?.pieces.map(({ at }) => [at.source.path, spanText(at)])).toContainEqual(['env.yaml', 'v1'])
  expect(releases[0] && spanText(placeOf(releases[0].chart))).toBe('./chart')
})

const many = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('')

it.each<[string, Tree]>([
  [
    'templates that inherit each other ten times ten times',
    {
      'helmfile.yaml': `templates:\n${many(9, (level) => `  t${level}:\n    inherit:\n${many(10, () => `    - template: t${level + 1}\n`)}`)}  t9: {labels: {a: b}}\n${shop}  inherit: [{template: t0}]\n`,
    },
  ],
  [
    'helmfiles in helmfiles',
    Object.fromEntries(
      ['helmfile.yaml', 'a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'].map((path, index, all) => [
        path,
        `helmfiles:\n${many(20, () => `- ${all[index + 1]}\n`)}`,
      ]),
    ),
  ],
  [
    'a loop in a loop',
    { 'helmfile.yaml.gotmpl': `${many(6, () => '{{ range until 1000 }}')}x${many(6, () => '{{ end }}')}\n${shop}` },
  ],
  [
    'text that doubles',
    { 'helmfile.yaml.gotmpl': `{{ $x := "ab" }}{{ range until 60 }}{{ $x = printf "%s%s" $x $x }}{{ end }}\n${shop}` },
  ],
  [
    'a template that calls itself',
    { 'helmfile.yaml.gotmpl': `{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}\n${shop}` },
  ],
  ['deep YAML', { 'helmfile.yaml': `a: ${'['.repeat(5000)}` }],
])('does not hang on %s', (_, tree) => {
  const { lines, leftOut } = read(tree)
  expect(lines).toEqual([])
  expect(leftOut.length).toBeGreaterThan(0)
})
