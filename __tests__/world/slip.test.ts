import { isSlip } from '../../src/world/slip.ts'

it.each([
  ['image.tags', 'image.tag'],
  ['image.tag', 'image.tags'],
  ['Image.tag', 'image.tag'],
  ['replicacount', 'replicaCount'],
  ['replica_count', 'replicaCount'],
  ['serviceAccount.name', 'serviceAccountName'],
  ['image.tga', 'image.tag'],
  ['ingress.enable', 'ingress.enabled'],
  ['networkPolicies', 'networkPolicy'],
  ['ingresses', 'ingress'],
  ['image.respository', 'image.repository'],
  ['image.pullPolicv', 'image.pullPolicy'],
])('%s is a slip for %s', (path, other) => expect(isSlip(path, other)).toBe(true))

it.each([
  ['image.tag', 'image.tag'],
  ['https', 'http'],
  ['probe.http', 'probe.https'],
  ['app.tag', 'api.tag'],
  ['db1.host', 'db2.host'],
  ['worker', 'worker2'],
  ['stage', 'state'],
  ['model', 'mode'],
  ['dn', 'dns'],
  ['images.tags', 'image.tag'],
  ['image.tag', 'image.name'],
  ['tag', 'image.tag'],
])('%s is no slip for %s', (path, other) => expect(isSlip(path, other)).toBe(false))
