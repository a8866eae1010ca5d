import { deliveredBy, deployment, failuresOf, kustomization, workflow } from './delivered.ts'

const base = {
  'k8s/base/kustomization.yaml': kustomization('api.yaml'),
  'k8s/base/api.yaml': deployment('api', 'acme/api'),
}
const overlay = (tag: string): string =>
  `${kustomization('../../base')}images:\n  - name: acme/api\n    newTag: "${tag}"\n`
const prod = { ...base, 'k8s/overlays/prod/kustomization.yaml': overlay('2') }
const inProd = 'k8s/overlays/prod: Deployment/api acme/api:2'

it.each<[string, Record<string, string>, readonly string[]]>([
  ['an overlay and no base', prod, [inProd]],
  [
    'each overlay',
    { ...prod, 'k8s/overlays/dev/kustomization.yaml': overlay('1') },
    ['k8s/overlays/dev: Deployment/api acme/api:1', inProd],
  ],
  [
    'an environment that is called test',
    { ...base, 'k8s/overlays/test/kustomization.yaml': overlay('3') },
    ['k8s/overlays/test: Deployment/api acme/api:3'],
  ],
  ['a folder of tests', { ...base, 'tests/k8s/kustomization.yaml': kustomization('../../k8s/base') }, []],
  [
    'a kustomization without overlays',
    {
      'deploy/kustomization.yaml': kustomization('api.yaml'),
      'deploy/api.yaml': deployment('api', 'acme/api:1'),
    },
    ['deploy: Deployment/api acme/api:1'],
  ],
  ['a base that nothing includes', base, []],
  [
    'a component',
    {
      'k8s/debug/kustomization.yaml': `kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\n${kustomization('a.yaml')}`,
      'k8s/debug/a.yaml': deployment('a', 'acme/a:1'),
    },
    [],
  ],
  ['one to be filled in', { ...base, 'k8s/overlays/prod/kustomization.yaml': overlay('${TAG}') }, []],
  ['an overlay that a workflow applies', { ...prod, ...workflow('kubectl apply -k k8s/overlays/prod') }, []],
  [
    'an overlay that a workflow edits',
    { ...prod, ...workflow('yq -i ".images[0].newTag = strenv(TAG)" k8s/overlays/prod/kustomization.yaml') },
    [],
  ],
  [
    'an overlay that skaffold builds',
    { ...prod, 'skaffold.yaml': 'manifests:\n  kustomize:\n    paths: [k8s/overlays/prod]\n' },
    [],
  ],
  [
    'kubebuilder',
    {
      'config/default/kustomization.yaml': kustomization('api.yaml'),
      'config/default/api.yaml': deployment('manager', 'controller:latest'),
      Makefile: 'deploy:\n\tcd config/default && $(KUSTOMIZE) edit set image controller=${IMG}\n',
    },
    [],
  ],
  [
    'an image with a placeholder',
    {
      'deploy/kustomization.yaml': kustomization('api.yaml', 'web.yaml'),
      'deploy/api.yaml': deployment('api', 'gcr.io/PROJECT_ID/api:1'),
      'deploy/web.yaml': deployment('web', 'acme/web:1'),
    },
    ['deploy: Deployment/web acme/web:1'],
  ],
])('%s', (_, files, expected) => {
  expect(deliveredBy(files)).toEqual(expected)
})

it.each<[string, string, readonly string[]]>([
  ['a file that is made first', kustomization('secret.yaml'), []],
  ['a file that a flag allows', kustomization('../base/api.yaml'), []],
  [
    'a patch of nothing',
    `${kustomization('../base')}patches:\n  - target: { kind: Deployment, name: nothing }\n    patch: |-\n      - { op: remove, path: /spec/replicas }\n`,
    [],
  ],
  [
    'a patch that names nothing',
    `${kustomization('../base')}patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: nothing }\n`,
    [expect.stringContaining('k8s/prod/kustomization.yaml: no matches for Id')],
  ],
])('fails for certain or not at all: %s', (_, text, expected) => {
  expect(failuresOf({ ...base, 'k8s/prod/kustomization.yaml': text })).toEqual(expected)
})
