import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { helmfile } from '../commands/helmfile.ts'
import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { inContainer, optionFrom } from '../kube/run-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Applies a helmfile on an EKS cluster; the environment is called like the namespace (deploy.sh). */
export const craftechEksHelmfileDeploy = action('craftech-io/eks-helmfile-deploy-action', (call, machine, world) => {
  recordAction(call, machine, world, 'craftech-io/eks-helmfile-deploy-action')
  const { at, interpret } = call
  const given = (name: string, fallback: string): Text => filled(call.input(name)) ?? spoken(fallback, at)
  const file = concat(given('helmfile-path', 'deploy/'), spoken('/', at), given('helmfile', 'helmfile.yaml'))
  const words = [...optionFrom('-e', filled(call.input('namespace'))), '--file', file, 'apply']
  const args = words.map((word) => (typeof word === 'string' ? spoken(word, at) : word))
  inContainer(machine, () => {
    connect(machine, filled(call.input('cluster-name')), 'eks', at)
    helmfile.run({ name: spoken('helmfile', at), args, stdin: emptyText, at, interpret }, machine, world)
  })
  return noOutputs
})
