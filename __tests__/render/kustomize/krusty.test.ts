import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildKustomization } from '../../../src/render/kustomize/kustomize.ts'
import { fileText } from '../../../src/source/text.ts'
import { resolvePath } from '../../../src/world/files.ts'

interface Case {
  readonly name: string
  readonly path: string
  readonly expected?: string
  readonly fails?: true
  readonly files: Readonly<Record<string, string>>
}

const here = dirname(fileURLToPath(import.meta.url))
const { cases } = JSON.parse(readFileSync(join(here, 'krusty.json'), 'utf8')) as { readonly cases: readonly Case[] }

/** The tool's own tests print in the order of reading; here the documents are compared as a set. */
const documents = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\n---\n/)
    .map((one) => one.trim())
    .sort()

describe("kustomize's own tests", () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, { path, files, expected, fails }) => {
    const texts = new Map(
      Object.entries(files).map(([name, text]) => [resolvePath('/', name), fileText({ path: name, text })]),
    )
    const built = buildKustomization(
      {
        path: resolvePath('/', path),
        kind: 'kustomize',
        values: [],
        release: undefined,
        namespace: undefined,
        versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
      },
      {
        read: (name) => texts.get(name),
        list: () => [],
        isDirectory: (name) => name === '/' || [...texts.keys()].some((one) => one.startsWith(`${name}/`)),
      },
    )
    if (built.kind === 'unsupported') expect(built.reason).toMatch(/^buildMetadata|IAMPolicyGenerator$/)
    else if (fails) expect(built.kind).toBe('fails')
    else expect(built.kind === 'text' ? documents(built.text.value) : built).toEqual(documents(expected ?? ''))
  })
})
