import * as edit from '../../../src/render/kustomize/edit.ts'
import { fileText, pieceAt, type Text } from '../../../src/source/text.ts'

const words = (...values: readonly string[]): readonly Text[] =>
  values.map((text) => fileText({ path: 'command line', text }))
const word = (value: string): Text => words(value)[0] as Text
const header = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n'

const edited = (file: string, run: (text: Text) => edit.Edited): string => {
  const result = run(fileText({ path: 'kustomization.yaml', text: file }))
  return result.kind === 'text' ? result.text.value : result.message
}

/** Recorded from kustomize v5.8.2. */
describe('kustomize edit', () => {
  it.each<[string, string, (text: Text) => edit.Edited, string]>([
    [
      'set image replaces and sorts',
      `${header}images:\n- name: b\n  newTag: "1"\n  newName: c\n`,
      (file) => edit.setImages(file, words('b:2', 'a=x/y@sha256:ab')),
      `${header}images:\n- digest: sha256:ab\n  name: a\n  newName: x/y\n- name: b\n  newTag: "2"\n`,
    ],
    [
      'an asterisk keeps what was there',
      `${header}images:\n- name: b\n  newTag: "1"\n  newName: c\n`,
      (file) => edit.setImages(file, words('b=*:2')),
      `${header}images:\n- name: b\n  newName: c\n  newTag: "2"\n`,
    ],
    [
      'set namespace keeps order and comments',
      '# top\nresources:\n- a.yaml # x\n\n# ns\nnamespace: old\nkind: Kustomization\n',
      (file) => edit.setNamespace(file, word('new')),
      '# top\nresources:\n- a.yaml\n\n# ns\nnamespace: new\nkind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\n',
    ],
    ['set nameprefix', header, (file) => edit.setNamePrefix(file, word('p-')), `${header}namePrefix: p-\n`],
    [
      'set namesuffix',
      `${header}resources:\n- a\n`,
      (file) => edit.setNameSuffix(file, word('-s')),
      `${header}resources:\n- a\nnameSuffix: -s\n`,
    ],
    [
      'set replicas',
      `${header}replicas:\n- name: z\n  count: 1\n`,
      (file) => edit.setReplicas(file, words('a=0', 'z=2')),
      `${header}replicas:\n- count: 0\n  name: a\n- count: 2\n  name: z\n`,
    ],
    [
      'set label',
      `${header}commonLabels:\n  a: b\n`,
      (file) => edit.setLabels(file, words('a:c', 'd:"true"')),
      `${header}commonLabels:\n  a: c\n  d: "true"\n`,
    ],
    [
      'add resource',
      `${header}bases:\n- base\n`,
      (file) => edit.addResources(file, words('a.yaml', 'base')),
      `${header}resources:\n- base\n- a.yaml\n`,
    ],
    [
      'add label refuses what is there',
      `${header}commonLabels:\n  a: b\n`,
      (file) => edit.addLabels(file, words('a:c'), false),
      'a already in kustomization file. Use --force to override.',
    ],
    [
      'an invalid image',
      `${header}namespace: a\n`,
      (file) => edit.setImages(file, words('nginx')),
      'invalid format of image',
    ],
  ])('%s', (_, file, run, expected) => {
    expect(edited(file, run)).toBe(expected)
  })

  it('keeps the places of both', () => {
    const file = fileText({ path: 'kustomization.yaml', text: `${header}images:\n- name: other\n  newTag: old\n` })
    const result = edit.setImages(file, words('app:\ue001'))
    if (result.kind !== 'text') throw new Error(result.message)
    const { text } = result
    const pathAt = (part: string) => pieceAt(text, text.value.indexOf(part))?.at.source.path
    expect(pathAt('\ue001')).toBe('command line')
    expect(pathAt('old')).toBe('kustomization.yaml')
  })
})
