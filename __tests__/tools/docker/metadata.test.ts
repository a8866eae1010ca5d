import { readFileSync } from 'node:fs'
import { compare } from '../../../src/source/compare.ts'
import { split, spoken, type Text, textAt } from '../../../src/source/text.ts'
import { holdsUnknown, newNames, show } from '../../../src/source/unknown.ts'
import { flavorOf, imageLines, tagLines } from '../../../src/tools/docker/metadata/inputs.ts'
import { referencesOf, versionOf } from '../../../src/tools/docker/metadata/version.ts'
import { exported, newBench, sha } from './bench.ts'

interface Case {
  readonly group: string
  readonly name: string
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly baseRef: string
  readonly headSha?: string
  readonly inputs: Readonly<Record<'images' | 'tags' | 'flavor', readonly string[] | undefined>>
  readonly version: { readonly main: string; readonly latest: boolean }
  readonly tags: readonly string[]
}

const fixture: { readonly defaultBranch: string; readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('./fixtures/metadata-action.json', import.meta.url), 'utf8'),
)

const texts = (lines: readonly string[] | undefined): readonly Text[] =>
  (lines ?? []).map((line) => textAt({ source: { path: 'inputs', text: line }, start: 0, end: line.length }))
const at = { source: { path: 'uses', text: 'uses' }, start: 0, end: 4 }

function replay(one: Case): { readonly tags: readonly string[]; readonly main: string } {
  const context = {
    names: newNames(),
    event: one.event,
    ref: one.ref,
    sha: one.group === 'pr-head-sha' ? (one.headSha ?? '') : one.sha,
    defaultBranch: fixture.defaultBranch,
    baseRef: one.baseRef,
    shortShaLength: 7,
  }
  const version = versionOf(tagLines(texts(one.inputs.tags), at), flavorOf(texts(one.inputs.flavor)), context, at)
  const images = imageLines(texts(one.inputs.images))
  return { main: version.main?.value ?? '', tags: referencesOf(images, version, at).map((tag) => tag.value) }
}

/** What the clock decides is unknown here; everything else is exact. */
describe("docker/metadata-action's own cases", () => {
  it('are all there', () => expect(fixture.cases).toHaveLength(114))

  it.each(fixture.cases.map((one) => [`${one.group} ${one.name}`, one] as const))('%s', (_, one) => {
    const { tags, main } = replay(one)
    expect(tags.map((tag, index) => (holdsUnknown(tag) && fits(tag, one.tags[index]) ? one.tags[index] : tag))).toEqual(
      one.tags,
    )
    expect(holdsUnknown(main) ? one.version.main : main).toBe(one.version.main)
    if (tags.some(holdsUnknown)) expect(JSON.stringify(one.inputs)).toMatch(/\{\{(?:commit_)?date/)
  })
})

const fits = (tag: string, expected: string | undefined): boolean =>
  expected !== undefined && compare(tag, expected) === 'unknown'

const list = (text: Text | undefined): readonly Text[] => split(text ?? spoken('', at), '\n')

describe('docker/metadata-action', () => {
  it('keeps every tag at its line', () => {
    const bench = newBench()
    const { outputs } = bench.use('docker/metadata-action@v5', {
      images: 'ghcr.io/Acme/App',
      tags: '# the commit\ntype=sha,prefix=v-,format=long\ntype=raw,value=stable\n',
    })
    const [stable, commit] = list(outputs.get('tags'))
    const written = (text: Text | undefined): readonly string[] =>
      (text?.pieces ?? []).map(({ at: place }) => place.source.text.slice(place.start, place.end))
    expect(stable?.value).toBe('ghcr.io/acme/app:stable')
    expect(written(stable).at(-1)).toBe('stable')
    expect(commit?.value).toBe(`ghcr.io/acme/app:v-${sha}`)
    expect(written(commit)).toEqual(['ghcr.io/Acme/App', 'ghcr.io/Acme/App', 'v-', 'type=sha,prefix=v-,format=long'])
  })

  it.each<[string, Record<string, string>, Record<string, string>, readonly string[], string]>([
    ['branch by default', { images: 'a/b' }, {}, ['a/b:main'], 'main'],
    ['no image', { tags: 'type=sha' }, {}, ['sha-0123456'], 'sha-0123456'],
    ['the long sha', { images: 'a/b', tags: 'type=sha,prefix=,format=long' }, {}, [`a/b:${sha}`], sha],
    ['a pull request', { images: 'a/b' }, { event: 'pull_request', ref: 'refs/pull/7/merge' }, ['a/b:pr-7'], 'pr-7'],
    [
      'a release',
      { images: 'a/b', tags: 'type=semver,pattern={{version}}' },
      { ref: 'refs/tags/v1.2.3' },
      ['a/b:1.2.3', 'a/b:latest'],
      '1.2.3',
    ],
    [
      'the default branch',
      { images: 'a/b', tags: 'type=raw,value=latest,enable={{is_default_branch}}' },
      {},
      ['a/b:latest'],
      'latest',
    ],
    [
      'another branch',
      { images: 'a/b', tags: 'type=raw,value=latest,enable={{is_default_branch}}' },
      { ref: 'refs/heads/x' },
      [''],
      '',
    ],
    ['old comments', { images: 'a/b', tags: 'type=raw,value=x#y' }, {}, ['a/b:x'], 'x'],
    [
      'flavor',
      { images: 'a/b', tags: 'type=ref,event=branch', flavor: 'latest=true\nsuffix=-slim,onlatest=true' },
      {},
      ['a/b:main-slim', 'a/b:latest-slim'],
      'main-slim',
    ],
    ['separators', { images: 'a/b', tags: 'x\ny', 'sep-tags': ',' }, {}, ['a/b:x,a/b:y'], 'x'],
  ])('%s', (_, inputs, event, tags, version) => {
    const { outputs } = newBench().use('docker/metadata-action@v5', inputs, event)
    expect(list(outputs.get('tags')).map((tag) => tag.value)).toEqual(tags)
    expect(outputs.get('version')?.value ?? '').toBe(version)
  })

  it('shows what nobody can decide as a tag that may be anything, and knows no version then', () => {
    const bench = newBench()
    const { outputs } = bench.use('docker/metadata-action@v5', {
      images: 'a/b',
      tags: `type=raw,value=stable,enable=${bench.unknown('inputs.stable')},priority=300\ntype=sha`,
    })
    const tags = list(outputs.get('tags')).map((tag) => tag.value)
    expect(tags).toHaveLength(2)
    expect(tags.map((tag) => compare(tag, 'a/b:stable'))).toEqual(['unknown', 'different'])
    expect(tags[1]).toBe('a/b:sha-0123456')
    expect(holdsUnknown(outputs.get('version')?.value ?? '')).toBe(true)
  })

  it.each<[string, (unknown: string) => Record<string, string>, string]>([
    ['a value that may be empty', (u) => ({ tags: `type=raw,value=${u}` }), 'a/b:<inputs.x>'],
    ['a value with something known', (u) => ({ tags: `type=raw,value=v${u}` }), 'a/b:v<inputs.x>'],
    ['an unknown line', (u) => ({ tags: u }), 'a/b:<inputs.x>'],
    [
      'an unknown version',
      (u) => ({ tags: `type=semver,pattern={{version}},value=${u}` }),
      'a/b:<type=semver,pattern={{version}},value=<inputs.x>>',
    ],
  ])('carries %s', (_, inputs, expected) => {
    const bench = newBench()
    const { outputs } = bench.use('docker/metadata-action@v5', { images: 'a/b', ...inputs(bench.unknown('inputs.x')) })
    expect(show(bench.machine.names, list(outputs.get('tags'))[0]?.value ?? '')).toBe(expected)
  })

  it('gives its outputs as JSON, and to the environment since v4.3', () => {
    const bench = newBench()
    const { outputs } = bench.use('docker/metadata-action@v5', { images: 'a/b', tags: 'x', labels: 'team="a"' })
    const json = JSON.parse(outputs.get('json')?.value ?? '')
    expect(json.tags).toEqual(['a/b:x'])
    expect(json['tag-names']).toEqual(['x'])
    expect(json.labels['org.opencontainers.image.revision']).toBe(sha)
    expect(bench.machine.variables.get('DOCKER_METADATA_OUTPUT_TAGS')?.text.value).toBe('a/b:x')
    expect(bench.machine.variables.get('DOCKER_METADATA_OUTPUT_TAG_NAMES')?.exported).toBe(true)
    const old = newBench()
    old.use('docker/metadata-action@v4.2.0', { images: 'a/b' })
    expect(old.machine.variables.size).toBe(0)
  })

  it('looks at the environment for the length of a sha and the head of a pull request', () => {
    const bench = newBench()
    bench.machine.variables = new Map([
      ['DOCKER_METADATA_SHORT_SHA_LENGTH', exported('10')],
      ['DOCKER_METADATA_PR_HEAD_SHA', exported('true')],
    ])
    const tags = (event: Record<string, string>): string =>
      bench.use('docker/metadata-action@v5', { tags: 'type=sha,prefix=' }, event).outputs.get('tags')?.value ?? ''
    expect(tags({})).toBe('0123456789')
    expect(holdsUnknown(tags({ event: 'pull_request', ref: 'refs/pull/1/merge' }))).toBe(true)
  })

  it('is another action in v1', () => {
    expect(newBench().use('docker/metadata-action@v1', { images: 'a/b' })).toEqual({
      outputs: new Map(),
      complete: false,
    })
  })
})
