import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as edit from '../../../src/render/kustomize/edit.ts'
import { buildKustomization } from '../../../src/render/kustomize/kustomize.ts'
import { fileText, type Text } from '../../../src/source/text.ts'

const fixtures = join(dirname(fileURLToPath(import.meta.url)), 'fixtures')

const trees = readdirSync(fixtures).map((name) => {
  const root = join(fixtures, name)
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [`/r/${relative(root, path)}`, readFileSync(path, 'utf8')]
    }),
  )
})

const bits = [':', ' ', '\n', '- ', '"', "'", '|', '{', '}', '[', ']', ',', '&a ', '*a', '? ', '\\', '\n  ', '---\n']
const words = ['<<: ', 'null', '-1', 'true', '$patch: delete', '\ue001', 'name', 'spec: []', '../', 'resources: [.]']
const inserts = [...bits, ...words]

function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

function mutated(random: (below: number) => number): ReadonlyMap<string, Text> {
  const tree = { ...trees[random(trees.length)] }
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const paths = Object.keys(tree)
    const path = paths[random(paths.length)] as string
    const text = tree[path] as string
    const at = random(text.length + 1)
    tree[path] =
      random(3) === 0
        ? text.slice(0, at) + text.slice(at + 1 + random(12))
        : text.slice(0, at) + inserts[random(inserts.length)] + text.slice(at)
  }
  return new Map(Object.entries(tree).map(([path, text]) => [path, fileText({ path, text })]))
}

it('neither throws nor leaves a character without a place', () => {
  const random = randomFrom(11)
  for (let round = 0; round < 600; round += 1) {
    const texts = mutated(random)
    const built = buildKustomization(
      {
        path: '/r',
        kind: 'kustomize',
        values: [],
        release: undefined,
        namespace: undefined,
        versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
      },
      {
        read: (path) => texts.get(path),
        list: () => [],
        isDirectory: (path) => [...texts.keys()].some((one) => one.startsWith(`${path}/`)),
      },
    )
    if (built.kind === 'text') {
      expect(built.text.pieces.at(-1)?.end ?? 0).toBe(built.text.value.length)
      expect(built.text.pieces.every((piece) => piece.at.source.path !== '')).toBe(true)
    }
    if (built.kind === 'fails') expect(built.at.source.path).not.toBe('')
    const file = texts.get('/r/kustomization.yaml')
    const word = fileText({ path: 'command line', text: 'a=b:\ue001' })
    if (file) expect(edit.setImages(file, [word]).kind).toMatch(/^(?:text|fails)$/)
  }
})
