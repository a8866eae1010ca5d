import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderChart } from '../../../src/render/helm/helm.ts'
import type { RenderFiles, RenderValues } from '../../../src/render/render.ts'
import { fileText, type Text } from '../../../src/source/text.ts'

const fixtures = join(dirname(fileURLToPath(import.meta.url)), 'fixtures')

const texts = new Map<string, Text>()
function read(path: string): Text | undefined {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined
  const text = texts.get(path) ?? fileText({ path, text: readFileSync(path, 'utf8') })
  texts.set(path, text)
  return text
}
const filesIn = (folder: string): RenderFiles => ({
  read: (path) => read(path.startsWith('/') ? path : join(folder, path)),
  list: (path) => (existsSync(path) ? readdirSync(path) : []),
  isDirectory: (path) => existsSync(path) && statSync(path).isDirectory(),
})

const typed = (text: string): Text => fileText({ path: '(command line)', text })

function render(name: string, helm: 3 | 4) {
  const folder = join(fixtures, name)
  const request = JSON.parse(read(join(folder, 'request.json'))?.value ?? '{}')
  const values: RenderValues[] = [
    ...(request.values ?? []).map((file: string) => ({ kind: 'file', text: read(join(folder, file)) })),
    ...(['set', 'set-string', 'set-file', 'set-json', 'set-literal'] as const).flatMap((kind) =>
      (request[kind] ?? []).map((text: string) => ({ kind, text: typed(text) })),
    ),
  ]
  const rendered = renderChart(
    {
      path: join(folder, 'chart'),
      kind: 'helm',
      values,
      release: typed(request.release ?? 'release'),
      namespace: request.namespace && typed(request.namespace),
      versions: { helm, kubernetes: request.kubernetes ?? '1.30.0', apiVersions: request.apiVersions ?? [] },
      includeCrds: request.includeCrds ?? false,
    },
    filesIn(folder),
  )
  return { rendered, compare: request.compare as string | undefined }
}

/** What helm answered, as `scripts/record-helm.mjs` wrote it down. */
function expected(name: string, helm: 3 | 4): { readonly kind: 'text' | 'fails'; readonly text: string } {
  for (const prefix of helm === 4 ? ['expected-4', 'expected'] : ['expected'])
    for (const kind of ['yaml', 'error'] as const) {
      const found = read(join(fixtures, name, `${prefix}.${kind}`))
      if (found) return { kind: kind === 'yaml' ? 'text' : 'fails', text: found.value }
    }
  throw new Error(`${name} is not recorded`)
}

const names = readdirSync(fixtures)

describe.each([3, 4] as const)('Helm %s', (helm) => {
  it.each(names)('%s', (name) => {
    const answer = expected(name, helm)
    const { rendered, compare } = render(name, helm)
    if (answer.kind === 'text') {
      expect(rendered).toMatchObject({ kind: 'text', uncertain: [] })
      expect(rendered.kind === 'text' && rendered.text.value).toBe(answer.text)
      return
    }
    expect(rendered.kind).toBe('fails')
    if (rendered.kind !== 'fails') return
    expect(rendered.at.source.path).not.toBe('')
    // Helm 4 prints the trail on lines of its own.
    if (helm === 4) return
    const said = rendered.message.trim()
    if (compare === 'start') expect(said.split(' ').slice(0, 4)).toEqual(answer.text.split(' ').slice(0, 4))
    else expect(said).toBe(answer.text.trim())
  })
})

describe('every character of an output has a place', () => {
  it.each(names.filter((name) => expected(name, 3).kind === 'text'))('%s', (name) => {
    const { rendered } = render(name, 3)
    if (rendered.kind !== 'text') return
    const { text } = rendered
    let end = 0
    for (const piece of text.pieces) {
      expect(piece.end).toBeGreaterThan(end)
      if (piece.exact)
        expect(piece.at.source.text.slice(piece.at.start, piece.at.end)).toBe(text.value.slice(end, piece.end))
      end = piece.end
    }
    expect(end).toBe(text.value.length)
    expect(text.pieces.every((piece) => piece.at.source.path !== '')).toBe(true)
  })
})
