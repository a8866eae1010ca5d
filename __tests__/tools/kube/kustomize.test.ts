import { spanText } from '../../../src/source/span.ts'
import { itemsOf, parseYaml, textOf } from '../../../src/syntax/yaml.ts'
import { workspacePath } from '../../../src/world/files.ts'
import { rehearse } from './rehearsal.ts'

const read = (files: Record<string, string>, ...lines: readonly string[]) => {
  const { run, machine } = rehearse(files)
  machine.directory = `${workspacePath}/k`
  for (const line of lines) run(line)
  return parseYaml(machine.files.read(`${workspacePath}/k/kustomization.yaml`) ?? { value: '', pieces: [] })[0]?.root
}

const images = (root: ReturnType<typeof read>): readonly string[] =>
  itemsOf(root, 'images').map((item) =>
    ['name', 'newName', 'newTag', 'digest'].map((key) => textOf(item, key)?.value ?? '-').join(' '),
  )

const before = `resources: [a.yaml]
images:
  - name: api
    newName: ghcr.io/acme/api
    newTag: "1"
  - name: web
    newTag: old
namespace: shop
`

describe('kustomize edit set image', () => {
  it.each<[string, readonly string[]]>([
    ['api=ghcr.io/acme/other:2', ['api ghcr.io/acme/other 2 -', 'web - old -']],
    ['api=*:2', ['api ghcr.io/acme/api 2 -', 'web - old -']],
    ['web=ghcr.io/acme/web', ['api ghcr.io/acme/api 1 -', 'web ghcr.io/acme/web - -']],
    ['web:new', ['api ghcr.io/acme/api 1 -', 'web - new -']],
    ['db=postgres:16', ['api ghcr.io/acme/api 1 -', 'db postgres 16 -', 'web - old -']],
    [`web=x@sha256:${'a'.repeat(64)}`, ['api ghcr.io/acme/api 1 -', `web x - sha256:${'a'.repeat(64)}`]],
  ])('%s', (argument, expected) => {
    const root = read({ 'k/kustomization.yaml': before }, `kustomize edit set image ${argument}`)
    expect(images(root)).toEqual(expected)
    expect([textOf(root, 'namespace')?.value, itemsOf(root, 'resources')]).toEqual(['shop', [expect.anything()]])
  })

  it('works without a list, and keeps places', () => {
    const root = read(
      { 'k/kustomization.yaml': 'resources: [a.yaml]' },
      'kustomize edit set image a=b:1',
      'kustomize edit set image c=d:2',
    )
    expect(images(root)).toEqual(['a b 1 -', 'c d 2 -'])
    const tag = textOf(itemsOf(root, 'images')[1], 'newTag')
    expect(tag?.pieces.map((piece) => [piece.at.source.path, spanText(piece.at)])).toEqual([['script', '2']])
  })
})

it('sets the namespace', () => {
  const root = read({ 'k/kustomization.yaml': before }, 'kustomize edit set namespace prod')
  expect([textOf(root, 'namespace')?.value, images(root).length]).toEqual(['prod', 2])
})

it('leaves an edit that is not understood unknown', () => {
  expect(read({ 'k/kustomization.yaml': before }, 'kustomize edit add configmap x')).toMatchObject({
    kind: 'scalar',
  })
})

it('misses a kustomization', () => {
  const { run, events } = rehearse()
  run('kustomize edit set image a=b:1')
  run('kustomize build overlays/prod')
  expect(events('missing-file').map((event) => event.path.value)).toEqual(['kustomization.yaml', 'overlays/prod'])
})
