import { concat, spoken, type Text } from '../../source/text.ts'
import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { commaWords, inContainer, optionFrom, runHelm, spaceWords } from '../kube/run-helm.ts'
import { type ActionCall, action, noOutputs } from '../tool.ts'

/** Installs a chart on an EKS cluster (v3.4, deploy.sh). */
export const craftechEksHelmDeploy = action('craftech-io/eks-helm-deploy-action', (call, machine, world) => {
  recordAction(call, machine, world, 'craftech-io/eks-helm-deploy-action')
  const given = (name: string): Text | undefined => filled(call.input(name))
  const values = spaceWords(call.input('values'))
  const chart = chartOf(call)
  inContainer(machine, () => {
    connect(machine, given('cluster-name'), 'eks', call.at)
    runHelm(call, machine, world, [
      ...['upgrade', '-i'],
      ...optionFrom('--timeout', given('timeout')),
      ...commaWords(call.input('config-files')).flatMap((file) => ['-f', file]),
      ...optionFrom('-n', given('namespace')),
      ...(values.length > 0 ? ['--set', ...values] : []),
      ...((call.input('update-deps')?.value ?? 'true') === 'true' ? ['--dependency-update'] : []),
      ...spaceWords(call.input('name')),
      ...(chart ? [chart] : []),
      ...optionFrom('--version', given('chart-version')),
      ...(given('atomic') ? ['--atomic'] : []),
    ])
  })
  return noOutputs
})

/** The path, unless a repository is given; what a repository or ECR has is somebody else's. */
function chartOf(call: ActionCall): Text | undefined {
  const path = filled(call.input('chart-path'))
  if (path && !filled(call.input('chart-repository'))) return path
  const name = filled(call.input('chart-name'))
  return name && concat(name, spoken('/', call.at), name)
}
