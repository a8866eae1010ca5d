import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildKustomization, buildWith } from '../../../src/render/kustomize/kustomize.ts'
import type { Rendered, RenderFiles } from '../../../src/render/render.ts'
import { positionAt } from '../../../src/source/span.ts'
import { fileText, type Text } from '../../../src/source/text.ts'

const here = dirname(fileURLToPath(import.meta.url))
const fixtures = join(here, 'fixtures')

/** A directory of the disk, or a few files by path. */
function filesOf(given: Readonly<Record<string, string>> | undefined): RenderFiles {
  const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()
  if (given) {
    const texts = new Map<string, Text>(Object.entries(given).map(([path, text]) => [path, fileText({ path, text })]))
    return {
      read: (path) => texts.get(path),
      list: () => [],
      isDirectory: (path) => [...texts.keys()].some((one) => one.startsWith(`${path}/`)),
    }
  }
  return {
    read: (path) => (isFile(path) ? fileText({ path, text: readFileSync(path, 'utf8') }) : undefined),
    list: (path) => readdirSync(path).sort(),
    isDirectory: (path) => existsSync(path) && statSync(path).isDirectory(),
  }
}

const build = (path: string, given?: Readonly<Record<string, string>>): Rendered =>
  buildKustomization(
    {
      path,
      kind: 'kustomize',
      values: [],
      release: undefined,
      namespace: undefined,
      versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
    },
    filesOf(given),
  )

interface Recorded {
  readonly prints?: string
  readonly fails?: string
}

const { recorded } = JSON.parse(readFileSync(join(here, 'recorded.json'), 'utf8')) as {
  readonly recorded: Readonly<Record<string, Recorded>>
}

describe('what the tool prints', () => {
  it.each(readdirSync(fixtures).sort())('%s', (name) => {
    const built = build(join(fixtures, name))
    const expected = recorded[name]
    if (expected?.prints === undefined) expect(built.kind).toBe('fails')
    else expect(built).toMatchObject({ kind: 'text', text: { value: expected.prints } })
  })
})

const workload = (image: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n      - name: web\n        image: ${image}\n`

/** Where the characters of a part of the output were written: path, line and column. */
function placeOfPart(rendered: Rendered, part: string): string {
  if (rendered.kind !== 'text') throw new Error(JSON.stringify(rendered))
  const offset = rendered.text.value.indexOf(part)
  const piece = rendered.text.pieces.find((one) => offset < one.end)
  if (!piece) throw new Error(`${part} is not there`)
  const start = piece.exact ? piece.at.start + offset - (piece.end - (piece.at.end - piece.at.start)) : piece.at.start
  const { line, column } = positionAt(piece.at.source, start)
  return `${piece.at.source.path}:${line}:${column}`
}

it('reads Windows line ends', () => {
  const built = build('/r', {
    '/r/kustomization.yaml': 'resources: [a.yaml]\r\nnamePrefix: w-\r\n',
    '/r/a.yaml':
      'apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: a\r\ndata:\r\n  t: |\r\n    one\r\n    two\r\n',
  })
  const expected = 'apiVersion: v1\ndata:\n  t: |\n    one\n    two\nkind: ConfigMap\nmetadata:\n  name: w-a\n'
  expect(built).toMatchObject({ kind: 'text', text: { value: expected } })
})

describe('places', () => {
  const files = {
    '/r/base/kustomization.yaml': 'resources:\n- web.yaml\n',
    '/r/base/web.yaml': workload('app:1.0'),
    '/r/over/kustomization.yaml':
      'resources:\n- ../base\nnamePrefix: dev-\nimages:\n- name: app\n  newTag: "2.0"\ncommonLabels:\n  team: shop\n',
  }
  it.each([
    ['app:', '/r/base/web.yaml:10:16'],
    ['2.0', '/r/over/kustomization.yaml:6:12'],
    ['dev-', '/r/over/kustomization.yaml:3:13'],
    ['shop', '/r/over/kustomization.yaml:8:9'],
    ['apps/v1', '/r/base/web.yaml:1:13'],
  ])('%s', (part, place) => {
    expect(placeOfPart(build('/r/over', files), part)).toBe(place)
  })

  it('lets unknown characters through', () => {
    const built = build('/r/over', { ...files, '/r/base/web.yaml': workload('app:\ue001') })
    expect(built.kind === 'text' && built.text.value).toContain('image: app:2.0\n')
    const unknownName = build('/r/over', { ...files, '/r/base/web.yaml': workload('\ue001:1') })
    expect(unknownName.kind === 'text' && unknownName.uncertain).toHaveLength(1)
    const plain = build('/r/base', { ...files, '/r/base/web.yaml': workload('\ue001/app:\ue002') })
    expect(plain.kind === 'text' && plain.text.value).toContain('image: \ue001/app:\ue002\n')
  })
})

describe('failures at their places', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['missing resource', { '/r/kustomization.yaml': 'resources:\n- gone.yaml\n' }, '/r/kustomization.yaml:2:3'],
    [
      'patch without target',
      {
        '/r/kustomization.yaml': 'resources:\n- web.yaml\npatches:\n- path: p.yaml\n',
        '/r/web.yaml': workload('app'),
        '/r/p.yaml': workload('app').replace('name: web', 'name: wob'),
      },
      '/r/p.yaml:4:9',
    ],
    [
      'tag that is a number',
      { '/r/kustomization.yaml': 'images:\n- name: app\n  newTag: 1.0\n' },
      '/r/kustomization.yaml:3:11',
    ],
    ['unknown field', { '/r/kustomization.yaml': 'resource: []\n' }, '/r/kustomization.yaml:1:1'],
    ['bad yaml', { '/r/kustomization.yaml': 'resources: [\n' }, '/r/kustomization.yaml:1:13'],
  ])('%s', (_, files, place) => {
    const built = build('/r', files)
    if (built.kind !== 'fails') throw new Error(JSON.stringify(built))
    const { line, column } = positionAt(built.at.source, built.at.start)
    expect(`${built.at.source.path}:${line}:${column}`).toBe(place)
  })
})

it('takes charts from a renderer of charts', () => {
  const files = {
    '/r/kustomization.yaml':
      'namespace: ns\nnamePrefix: p-\nhelmCharts:\n- name: c\n  releaseName: r\n  valuesFile: v.yaml\n  valuesInline: {a: 1}\n',
    '/r/v.yaml': 'b: 2\n',
    '/r/charts/c/Chart.yaml': 'name: c\n',
  }
  const request = {
    path: '/r',
    kind: 'kustomize' as const,
    values: [],
    release: undefined,
    namespace: undefined,
    versions: { helm: 3 as const, kubernetes: undefined, apiVersions: [] },
  }
  const built = buildWith(request, filesOf(files), (chart) => {
    expect(chart).toMatchObject({ path: '/r/charts/c', release: { value: 'r' }, namespace: { value: 'ns' } })
    expect(chart.values.map((one) => one.kind === 'file' && one.text.value)).toEqual(['b: 2\n', 'a: 1\n'])
    const text = fileText({ path: 't.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\n' })
    return { kind: 'text', text, uncertain: [], absent: [] }
  })
  const expected = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: p-m\n'
  expect(built).toMatchObject({ kind: 'text', text: { value: expected } })
})

it('bounds what doubles', () => {
  const copies = Array.from({ length: 40 }, (_, n) => `- {op: copy, from: /data, path: /data/k${n}}`).join('\n    ')
  const files = {
    '/r/kustomization.yaml': `resources: [a.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: |-\n    ${copies}\n`,
    '/r/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n',
  }
  expect(build('/r', files).kind).toBe('unsupported')
  const diamond = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `/d/${n}/kustomization.yaml`,
      n === 39 ? 'configMapGenerator: [{name: a}]\n' : `resources: [../x${n}/a, ../x${n}/b]\n`,
    ]).concat(
      Array.from({ length: 39 }, (_, n) =>
        ['a', 'b'].map((side) => [
          `/d/x${n}/${side}/kustomization.yaml`,
          `namePrefix: ${side}\nresources: [../../${n + 1}]\n`,
        ]),
      ).flat(),
    ),
  )
  expect(build('/d/0', diamond).kind).toBe('unsupported')
})

it.each([
  ['remote base', 'resources: ["https://github.com/a/b//c?ref=v1"]\n'],
  ['remote base by host', 'resources: ["github.com/a/b//c?ref=v1"]\n'],
  ['charts', 'helmCharts: [{name: a}]\n'],
  ['plugins', 'generators: ["{apiVersion: x/v1, kind: Y, metadata: {name: z}}"]\n'],
])('%s is unsupported', (_, kustomization) => {
  expect(build('/r', { '/r/kustomization.yaml': kustomization })).toMatchObject({ kind: 'unsupported' })
})
