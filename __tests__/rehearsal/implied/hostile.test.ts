import fc from 'fast-check'
import { substituted } from '../../../src/rehearsal/implied/flux-substitution.ts'
import { nowhere } from '../../../src/source/span.ts'
import { spoken } from '../../../src/source/text.ts'
import { newNames } from '../../../src/source/unknown.ts'
import { aboutLinear, growth } from '../../growth.ts'
import { chart, deliveredBy } from './delivered.ts'

const application = (path: string, name: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata:\n  name: ${name}\nspec:\n  source:\n    repoURL: https://github.com/acme/shop\n    path: ${path}\n`

it('ends where an application delivers itself', () => {
  expect(deliveredBy({ 'apps/a.yaml': application('apps', 'a') })).toEqual(['apps (a): Application/a'])
})

it('ends where a chart delivers itself under ever new names', () => {
  const files = {
    ...chart('charts/api', 'api'),
    'charts/api/templates/more.yaml': ['a', 'b', 'c']
      .map((one) => application('charts/api', `'{{ .Release.Name }}${one}'`))
      .join('---\n'),
    'apps/a.yaml': application('charts/api', 'x'),
  }
  expect(deliveredBy(files).length).toBeLessThanOrEqual(300)
})

it('is linear in a substitution without an end', () => {
  const substitute = (text: string): void => {
    substituted(newNames(), spoken(text, nowhere), new Map())
  }
  expect(growth(50_000, (size) => substitute('${'.concat('a'.repeat(size))))).toBeLessThan(aboutLinear)
  expect(growth(20_000, (size) => substitute('${a'.repeat(size)))).toBeLessThan(aboutLinear)
})

const word = fc.constantFrom(
  'Application',
  'ApplicationSet',
  'HelmRelease',
  'Kustomization',
  'spec',
  'source',
  'sources',
  'path',
  'charts/api',
  '..',
  '../../x',
  'helm',
  'values',
  'valueFiles',
  'generators',
  'list',
  'git',
  'matrix',
  'elements',
  'directories',
  'template',
  '{{path}}',
  '${a}',
  '*x',
  '&x',
  '[',
  ']',
  '{',
  '}',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '"',
  "'",
  'name',
  'releases',
  'chart',
  './charts/api',
  'kind',
  'resources',
)
const heads = [
  'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: x }\n',
  'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: x }\n',
  'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: x }\n',
  'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x }\n',
  '',
]

it('throws on no words in any order', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...heads),
      fc.array(word, { maxLength: 40 }),
      fc.constantFrom('apps/x.yaml', 'helmfile.yaml', 'k8s/kustomization.yaml', 'charts/api/values-prod.yaml'),
      (head, words, path) => {
        deliveredBy({ ...chart('charts/api', 'api'), [path]: head + words.join('') })
      },
    ),
    { seed: 1, numRuns: 400 },
  )
})
