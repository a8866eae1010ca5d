import { spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { parseYaml } from '../../syntax/yaml.ts'
import { applyText } from '../../world/apply.ts'
import { recordAction } from '../kube/action-event.ts'
import { filled } from '../kube/list-input.ts'
import { type Tree, yamlText } from '../kube/yaml-text.ts'
import { type ActionCall, action, noOutputs } from '../tool.ts'

/** Makes a secret, by default one to pull images with, in the namespace `default` unless told otherwise. */
export const azureK8sCreateSecret = action('azure/k8s-create-secret', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/k8s-create-secret')
  const name = filled(call.input('secret-name'))
  if (!name) return noOutputs
  const namespace = filled(call.input('namespace')) ?? spoken('default', call.at)
  const hidden = unknownText(machine.names, `secret ${world.events.length}`, 'a secret', call.at)
  const registry = filled(call.input('container-registry-url'))
  const generic = filled(call.input('secret-type'))?.value === 'generic'
  const type = generic ? 'Opaque' : 'kubernetes.io/dockerconfigjson'
  const tree = new Map<string, Tree>([
    ['apiVersion', spoken('v1', call.at)],
    ['kind', spoken('Secret', call.at)],
    [
      'metadata',
      new Map([
        ['name', name],
        ['namespace', namespace],
      ]),
    ],
    [
      'type',
      registry || !generic ? spoken(type, call.at) : (filled(call.input('secret-type')) ?? spoken(type, call.at)),
    ],
    ['data', dataOf(call, hidden, generic && !registry)],
  ])
  const label = 'azure/k8s-create-secret'
  applyText(world, machine, yamlText(tree, call.at), { by: 'apply', label, at: call.at, namespace })
  return { outputs: new Map([['secret-name', name]]), complete: true }
})

/** The keys of `data` or `string-data` (JSON), each with a value that stays hidden. */
function dataOf(call: ActionCall, hidden: Text, generic: boolean): Tree {
  if (!generic) return new Map([['.dockerconfigjson', hidden]])
  const given = filled(call.input('data')) ?? filled(call.input('string-data'))
  const root = given && parseYaml(given)[0]?.root
  return root?.kind === 'map' ? new Map(root.entries.map(({ key }) => [key.text, hidden])) : hidden
}
