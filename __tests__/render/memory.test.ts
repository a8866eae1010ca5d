import { remembering } from '../../src/render/memory.ts'
import type { RenderRequest } from '../../src/render/render.ts'
import { fileText } from '../../src/source/text.ts'

const request = (path: string): RenderRequest => ({
  path,
  kind: 'helm',
  values: [],
  release: undefined,
  namespace: undefined,
  versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
})
const files = { read: () => undefined, list: () => [], isDirectory: () => false }

describe('remembered renderings', () => {
  it('are few enough for a repository of hundreds of charts, the latest first', () => {
    const rendered: string[] = []
    const render = remembering(({ path }) => {
      rendered.push(path)
      return { kind: 'text', text: fileText({ path, text: ' '.repeat(1_000_000) }), uncertain: [], absent: [] }
    })
    const paths = Array.from({ length: 100 }, (_, index) => `/chart-${index}`)
    for (const path of paths) render(request(path), files)
    for (const path of paths.toReversed()) render(request(path), files)
    const again = rendered.length - paths.length
    expect(again).toBeGreaterThan(50)
    expect(again).toBeLessThan(90)
  })
})
