import { containersOf, objectsIn, podTemplateOf } from '../../src/documents/kubernetes.ts'
import { kindNamed, parseTarget } from '../../src/documents/targets.ts'
import { spanText } from '../../src/source/span.ts'
import { fileText, placeOf, type Text } from '../../src/source/text.ts'
import { newNames, unknown } from '../../src/source/unknown.ts'
import { markUncertain } from '../../src/tools/kube/uncertain.ts'
import type { KubernetesObject } from '../../src/world/cluster.ts'

const text = (value: string): Text => fileText({ path: 'm.yaml', text: value })
const shown = (objects: readonly KubernetesObject[]): readonly string[] =>
  objects.map(({ kind, name }) => `${kind}/${name?.value}`)
const hole = unknown(newNames(), 'x', 'x')

describe('objectsIn', () => {
  it.each<[string, string, readonly string[], boolean]>([
    [
      'several documents',
      'apiVersion: v1\nkind: A\n---\n# nothing\n---\napiVersion: v1\nkind: B',
      ['A/undefined', 'B/undefined'],
      true,
    ],
    ['JSON', '{"apiVersion":"v1","kind":"A","metadata":{"name":"x"}}', ['A/x'], true],
    [
      'a list',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: A}\n- {apiVersion: v1, kind: B}',
      ['A/undefined', 'B/undefined'],
      true,
    ],
    [
      'a list with something else',
      'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: A}, {a: 1}]',
      ['A/undefined'],
      false,
    ],
    ['no kind', 'a: 1', [], false],
    ['a hidden kind', `apiVersion: v1\nkind: ${hole}`, [], false],
    ['one unknown', hole, [], false],
    ['broken', 'apiVersion: v1\nkind: [', [], false],
    ['broken beside good', 'apiVersion: v1\nkind: A\n---\na: [', ['A/undefined'], false],
    ['a template', '{{ if .Values.x }}\napiVersion: v1\n{{ end }}', [], false],
    ['nothing', '', [], true],
    ['a scalar', 'hello', [], false],
  ])('%s', (_, value, expected, complete) => {
    const found = objectsIn(text(value))
    expect([shown(found.objects), found.complete]).toEqual([expected, complete])
  })

  it('takes no namespace from what has none', () => {
    const found = objectsIn(text('apiVersion: v1\nkind: Namespace\nmetadata: {name: a, namespace: b}'))
    expect(found.objects[0]?.namespace).toBeUndefined()
  })

  it('knows what is uncertain, directly and after printing', () => {
    const rendered = text(
      '---\n# Source: a\napiVersion: v1\nkind: A\n---\napiVersion: v1\nkind: B\n---\napiVersion: v1\nkind: C\n',
    )
    const start = rendered.value.indexOf('kind: B')
    const uncertain = [{ within: rendered, start, end: start + 4 }]
    const expected = [false, true, false]
    expect(objectsIn(rendered, uncertain).objects.map((object) => object.uncertain)).toEqual(expected)
    const printed = markUncertain(newNames(), { text: rendered, uncertain }, placeOf(rendered))
    expect(objectsIn(printed).objects.map((object) => object.uncertain)).toEqual(expected)
    expect(objectsIn(text(printed.value)).objects.map((object) => object.uncertain)).toEqual(expected)
  })
})

const pod =
  'spec: {initContainers: [{name: i, image: i:1}], containers: [{name: c, image: c:1, imagePullPolicy: Never}]}'
const nested = (...keys: readonly string[]): string =>
  [...keys].reverse().reduce((inner, key) => `${key}: {${inner}}`, pod)

describe('podTemplateOf', () => {
  it.each([
    ['v1', 'Pod', pod],
    ['v1', 'ReplicationController', nested('spec', 'template')],
    ['apps/v1', 'Deployment', nested('spec', 'template')],
    ['apps/v1', 'StatefulSet', nested('spec', 'template')],
    ['apps/v1', 'DaemonSet', nested('spec', 'template')],
    ['batch/v1', 'Job', nested('spec', 'template')],
    ['batch/v1', 'CronJob', nested('spec', 'jobTemplate', 'spec', 'template')],
    ['argoproj.io/v1alpha1', 'Rollout', nested('spec', 'template')],
    ['serving.knative.dev/v1', 'Service', nested('spec', 'template')],
    ['apps.kruise.io/v1alpha1', 'CloneSet', nested('spec', 'template')],
    ['apps.kruise.io/v1beta1', 'StatefulSet', nested('spec', 'template')],
    ['keda.sh/v1alpha1', 'ScaledJob', nested('spec', 'jobTargetRef', 'template')],
    ['apps.openshift.io/v1', 'DeploymentConfig', nested('spec', 'template')],
  ])('%s %s', (apiVersion, kind, rest) => {
    const [object] = objectsIn(text(`apiVersion: ${apiVersion}\nkind: ${kind}\n${rest}`)).objects
    const template = object && podTemplateOf(object)
    const containers = template ? containersOf(template.spec) : []
    expect(containers.map((one) => `${one.kind} ${one.image && spanText(placeOf(one.image))}`)).toEqual([
      'init i:1',
      'container c:1',
    ])
    expect(containers[1]?.imagePullPolicy?.value).toBe('Never')
  })

  it.each([
    ['v1', 'Service', 'spec: {selector: {a: b}}'],
    ['apps/v1', 'Deployment', 'spec: {}'],
    ['example.com/v1', 'Deployment', nested('spec', 'template')],
    ['argoproj.io/v1alpha1', 'Rollout', 'spec: {workloadRef: {name: x}}'],
  ])('%s %s has none', (apiVersion, kind, rest) => {
    const [object] = objectsIn(text(`apiVersion: ${apiVersion}\nkind: ${kind}\n${rest}`)).objects
    expect(object && podTemplateOf(object)).toBeUndefined()
  })
})

describe('targets', () => {
  it.each([
    ['deploy', 'Deployment'],
    ['deployments.apps', 'Deployment'],
    ['Deployment', 'Deployment'],
    ['sts', 'StatefulSet'],
    ['ingresses', 'Ingress'],
    ['po', 'Pod'],
    ['svc', 'Service'],
    ['widgets', 'widgets'],
    [hole, undefined],
  ])('%s is %s', (word, kind) => expect(kindNamed(word)).toBe(kind))

  it('takes names apart', () => {
    const { kind, name } = parseTarget(text('deployment/api'))
    expect([kind, name?.value, name && placeOf(name).start]).toEqual(['Deployment', 'api', 11])
  })
})
