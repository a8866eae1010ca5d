import { podTemplateOf } from '../../documents/kubernetes.ts'
import { concat, placeOf, spoken } from '../../source/text.ts'
import { applyTexts, clusterOf } from '../../world/apply.ts'
import { record } from '../../world/machine.ts'
import { recordAction } from '../kube/action-event.ts'
import { filled, isTrue, listInput } from '../kube/list-input.ts'
import { manifestsAt } from '../kube/manifest-files.ts'
import { isReplacing, substituted } from '../kube/substitution.ts'
import { action, noOutputs } from '../tool.ts'

/**
 * Sends manifests with images put in, and waits for them. `promote` and `reject` act on what is there. A missing `namespace`
 * is `default` before v5, the manifest's own from v5 on.
 */
export const azureK8sDeploy = action('azure/k8s-deploy', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/k8s-deploy')
  const act = call.input('action')?.value.trim() || 'deploy'
  if (act !== 'deploy') return noOutputs
  const reading = { command: 'azure/k8s-deploy', stdin: spoken('', call.at), recursive: true }
  const sent = manifestsAt(machine, world, listInput(call.input('manifests'), /[\n,;]+/), reading)
  const images = listInput(call.input('images'), '\n')
  for (const entry of sent.complete ? images : []) {
    const matched = isReplacing(sent.texts, entry)
    const rewrite = { kind: 'rewrite', tool: 'azure/k8s-deploy', what: entry, by: entry, texts: sent.texts } as const
    if (matched !== undefined) record(world, machine, { ...rewrite, matched, at: placeOf(entry) })
  }
  const secrets = listInput(call.input('imagepullsecrets'), '\n')
  const old = call.uses.version !== undefined && call.uses.version.major < 5
  const namespace = filled(call.input('namespace')) ?? (old ? spoken('default', call.at) : undefined)
  const name = filled(call.input('name'))
  const target =
    name && isTrue(call.input('private-cluster'))
      ? { ...machine, cluster: { name, provider: 'aks', at: call.at } as const }
      : machine
  const texts = sent.texts.map((text) => substituted(machine.names, text, images, secrets))
  const label = `azure/k8s-deploy ${listInput(call.input('manifests'), /[\n,;]+/)
    .map((one) => one.value)
    .join(' ')}`
  const { complete } = sent
  const applied = applyTexts(world, target, texts, { by: 'apply', namespace, at: call.at, label, complete })
  const cluster = clusterOf(target, call.at)
  for (const { object } of applied) {
    if (!object.name || !podTemplateOf(object)) continue
    const waitedFor = concat(spoken(`${object.kind.toLowerCase()}/`, placeOf(object.name)), object.name)
    record(world, machine, { kind: 'wait', cluster, target: waitedFor, namespace: object.namespace, at: call.at })
  }
  return noOutputs
})
