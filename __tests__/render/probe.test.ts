import { probe } from '../../src/render/probe.ts'
import type { RenderValues } from '../../src/render/render.ts'
import { fileText, type Text } from '../../src/source/text.ts'
import { renderFiles } from './files.ts'

const typed = (text: string): Text => fileText({ path: '(command line)', text })
const set = (text: string, kind: 'set' | 'set-string' | 'set-json' = 'set'): RenderValues => ({
  kind,
  text: typed(text),
})
const file = (text: string): RenderValues => ({ kind: 'file', text: fileText({ path: 'given.yaml', text }) })

const pod = (body: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: a:1\n${body}`

const env = '      env:\n        {{- toYaml .Values.env | nindent 8 }}\n'

interface Case {
  readonly says: string
  readonly values?: string
  readonly template: string
  readonly given: readonly RenderValues[]
  readonly more?: Readonly<Record<string, string>>
}

const probed = ({ values = '', template, given, more = {} }: Case) =>
  probe(
    {
      path: '/c',
      kind: 'helm',
      values: given,
      release: typed('r'),
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
    },
    renderFiles('', {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 0.1.0\n',
      'c/values.yaml': values,
      'c/templates/a.yaml': template,
      ...more,
    }),
  )

describe('list elements that wipe the list', () => {
  const two = 'env:\n  - name: A\n    value: a\n  - name: B\n    value: b\n'
  const below = {
    'c/Chart.yaml':
      'apiVersion: v2\nname: c\nversion: 0.1.0\ndependencies:\n  - name: d\n    alias: e\n    version: 0.1.0\n',
    'c/charts/d/Chart.yaml': 'apiVersion: v2\nname: d\nversion: 0.1.0\n',
    'c/charts/d/values.yaml': two,
    'c/charts/d/templates/a.yaml': pod(env),
  }
  const cases: readonly (Case & { readonly wiped: readonly string[] })[] = [
    {
      says: 'a hole and a lost name',
      values: two,
      template: pod(env),
      given: [set('env[1].value=x')],
      wiped: ['env[1] broken: env[0] | name'],
    },
    {
      says: 'one behind the end',
      values: two,
      template: pod(env),
      given: [set('env[2].name=C,env[2].value=c')],
      wiped: ['env[2] broken: env[0] env[1] | '],
    },
    { says: 'all of it', values: two, template: pod(env), given: [set('env[0].name=C,env[0].value=c')], wiped: [] },
    {
      says: 'all of it as JSON',
      values: two,
      template: pod(env),
      given: [set('env[0]={"name":"C"}', 'set-json')],
      wiped: [],
    },
    {
      says: 'a null that is written',
      values: two,
      template: pod(env),
      given: [set('env[0]=null,env[1].name=B,env[1].value=b')],
      wiped: [],
    },
    {
      says: 'strings',
      values: two,
      template: pod(env),
      given: [set('env[1].name=1', 'set-string')],
      wiped: ['env[1] broken: env[0] | value'],
    },
    {
      says: 'a list of a values file',
      values: two,
      template: pod(env),
      given: [file(two), set('env[1].value=x')],
      wiped: [],
    },
    {
      says: 'a list that is given whole',
      values: two,
      template: pod(env),
      given: [set('env[1].value=x'), set('env=[{"name":"A"}]', 'set-json')],
      wiped: [],
    },
    { says: 'an empty list', values: 'env: []', template: pod(env), given: [set('env[1].value=x')], wiped: [] },
    { says: 'nobody reads it', values: two, template: pod(''), given: [set('env[1].value=x')], wiped: [] },
    {
      says: 'a name that only a run knows',
      values: two,
      template: pod(env),
      given: [set('\ue000=1'), set('env[1].value=x')],
      wiped: [],
    },
    {
      says: 'a chart below, by its alias',
      template: '',
      given: [set('e.env[1].value=x')],
      more: below,
      wiped: ['e.env[1] broken: e.env[0] | name'],
    },
    {
      says: 'what the parent gives it',
      values: 'e:\n  env: [{name: P, value: p}]\n',
      template: '',
      given: [set('e.env[0].value=x')],
      more: below,
      wiped: ['e.env[0] broken:  | name'],
    },
    {
      says: 'a list in a list',
      values: 'hosts:\n  - host: a\n    paths:\n      - path: /\n        type: Prefix\n',
      template: 'a: {{ (index (index .Values.hosts 0).paths 0).type }}\n',
      given: [set('hosts[0].host=b,hosts[0].paths[0].path=/')],
      wiped: ['hosts[0] milder:  | paths[0].type'],
    },
    {
      says: 'a custom resource may do without',
      values: two,
      template: 'apiVersion: a.example.com/v1\nkind: A\nspec:\n  env:\n    {{- toYaml .Values.env | nindent 4 }}\n',
      given: [set('env[0].value=x')],
      wiped: ['env[0] milder:  | name'],
    },
    {
      says: 'a template that looks into null',
      values: two,
      template: '{{ range .Values.env }}\n{{ .name }}: {{ .value }}\n{{ end }}',
      given: [set('env[1].name=B,env[1].value=x')],
      wiped: ['env[1] broken: env[0] | '],
    },
  ]
  it.each(cases)('$says', ({ wiped, ...one }) =>
    expect(
      probed(one).wiped.map(
        ({ element, isBroken, holes, lost }) =>
          `${element} ${isBroken ? 'broken' : 'milder'}: ${holes.map(({ path }) => path).join(' ')} | ${lost.map(({ path }) => path).join(' ')}`,
      ),
    ).toEqual(wiped),
  )
})

describe('keys of values files that nothing reads', () => {
  const template = 'a: {{ .Values.image.tag }}\nb: {{ .Values.size }}\n'
  const cases: readonly (Case & { readonly keys: readonly string[] })[] = [
    {
      says: 'another number',
      values: 'image: {}',
      template,
      given: [file('image:\n  tags: 1')],
      keys: ['image.tags for image.tag'],
    },
    {
      says: 'other capitals, of a map',
      values: 'image: {}',
      template,
      given: [file('Image:\n  tag: 1')],
      keys: ['Image for image'],
    },
    { says: 'a left-over', values: 'image: {}', template, given: [file('left: over\nimage:\n  name: a')], keys: [] },
    {
      says: 'what was meant is set',
      values: 'image: {}',
      template,
      given: [file('sizes: 1'), set('size=2')],
      keys: [],
    },
    {
      says: 'the later file counts',
      values: 'image: {}',
      template,
      given: [file('sizes: 1'), file('sizes: 2\nsize: 1')],
      keys: [],
    },
    {
      says: 'a setting counts more',
      values: 'image: {}',
      template,
      given: [file('sizes: 1'), set('sizes=2')],
      keys: [],
    },
    { says: 'what it is anyway', values: 'image: {}\nsize: 1', template, given: [file('sizes: 1')], keys: [] },
    {
      says: 'both are in the defaults',
      values: 'image: {}\nsize: 1\nsizes: 2',
      template,
      given: [file('sizes: 3')],
      keys: [],
    },
    { says: 'null', values: 'image: {}', template, given: [file('sizes: null')], keys: [] },
    { says: 'a holder', values: 'image: {}', template, given: [file('sizes: &s 3\nsize: *s')], keys: [] },
    {
      says: 'a holder of a map',
      values: 'image: {}',
      template,
      given: [file('images: &i\n  tag: 3\nother:\n  <<: *i')],
      keys: [],
    },
    {
      says: 'all of .Values',
      values: 'image: {}',
      template: `${template}c: {{ toJson .Values | len }}\n`,
      given: [file('sizes: 3')],
      keys: [],
    },
    {
      says: 'by index',
      values: 'image: {}',
      template: `${template}c: {{ index .Values "sizes" }}\n`,
      given: [file('sizes: 3')],
      keys: [],
    },
    {
      says: 'in a comment',
      values: 'image: {}',
      template: `${template}{{- /* .Values is\n.Values.sizes */ -}}\n`,
      given: [file('sizes: 3')],
      keys: ['sizes for size'],
    },
    {
      says: 'in a template that is given',
      values: 'image: {}',
      template: `${template}c: {{ tpl .Values.text . }}\n`,
      given: [file('sizes: 3\ntext: "{{ .Values.sizes }}"')],
      keys: [],
    },
    {
      says: 'a key that only a run knows',
      values: 'image: {}',
      template,
      given: [file('sizes: 3\n\ue000: 1')],
      keys: [],
    },
    {
      says: 'JSON',
      values: 'image: {}',
      template,
      given: [set('image={"tags":"1"}', 'set-json')],
      keys: ['image.tags for image.tag'],
    },
    {
      says: 'global',
      values: 'image: {}\nglobal: {}',
      template: `${template}c: {{ .Values.global.domain }}\n`,
      given: [file('global:\n  domains: a')],
      keys: ['global.domains for global.domain'],
    },
  ]
  it.each(cases)('$says', ({ keys, ...one }) =>
    expect(probed(one).keys.map(({ path, meant }) => `${path} for ${meant?.path}`)).toEqual(keys),
  )
})
