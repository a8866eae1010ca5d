import { spoken, type Text } from '../../source/text.ts'
import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { commaWords, inContainer, optionFrom, runHelm, spaceWords } from '../kube/run-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Installs a chart on an EKS cluster, with its dependencies brought first (deploy.sh). */
export const peymanmortazaviEksHelmDeploy = action('peymanmortazavi/eks-helm-deploy', (call, machine, world) => {
  recordAction(call, machine, world, 'peymanmortazavi/eks-helm-deploy')
  const given = (name: string): Text | undefined => filled(call.input(name))
  const values = spaceWords(call.input('values'))
  const chart = given('chart-path') ?? spoken('helm/', call.at)
  inContainer(machine, () => {
    connect(machine, given('cluster-name'), 'eks', call.at)
    runHelm(call, machine, world, ['dependency', 'update', chart])
    runHelm(call, machine, world, [
      ...['upgrade', '--wait', '--atomic', '--install', '--timeout', given('timeout') ?? '5m0s'],
      ...commaWords(call.input('config-files')).flatMap((file) => ['-f', file]),
      ...optionFrom('-n', given('namespace')),
      ...(values.length > 0 ? ['--set', ...values] : []),
      ...(given('dry-run')?.value === 'true' ? ['--dry-run'] : []),
      ...spaceWords(call.input('name')),
      chart,
    ])
  })
  return noOutputs
})
