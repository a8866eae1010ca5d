import { concat, spoken, type Text } from '../../source/text.ts'
import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { commaWords, inContainer, optionFrom, runHelm, spaceWords } from '../kube/run-helm.ts'
import { type ActionCall, action, noOutputs } from '../tool.ts'

/** Installs a chart on an EKS cluster (v1.2.12, deploy.sh). What uninstalls or lists has no chart to judge. */
export const bitoviDeployEksHelm = action('bitovi/github-actions-deploy-eks-helm', (call, machine, world) => {
  recordAction(call, machine, world, 'bitovi/github-actions-deploy-eks-helm')
  const verb = filled(call.input('action'))?.value ?? 'install'
  inContainer(machine, () => {
    connect(machine, filled(call.input('cluster-name')), 'eks', call.at)
    if (verb === 'install') runHelm(call, machine, world, installation(call))
    if (verb === 'uninstall')
      runHelm(call, machine, world, ['uninstall', ...placed(call), ...optionFrom('', call.input('name')).slice(1)])
  })
  return noOutputs
})

const placed = (call: ActionCall): readonly (Text | string)[] => optionFrom('-n', filled(call.input('namespace')))

function installation(call: ActionCall): readonly (Text | string)[] {
  const given = (name: string): Text | undefined => filled(call.input(name))
  const isOn = (name: string, fallback: string): boolean => (call.input(name)?.value ?? fallback) === 'true'
  return [
    // The plugin decrypts what it is given.
    ...(given('use-secrets-vals') ? ['secrets'] : []),
    ...['upgrade', '--install'],
    ...optionFrom('--timeout', given('timeout')),
    ...(given('helm-wait') ? ['--wait'] : []),
    ...(given('atomic') ? ['--atomic'] : []),
    ...commaWords(call.input('config-files')).flatMap((file) => ['-f', file]),
    ...commaWords(call.input('values')).flatMap((value) => (value.value.includes('=') ? ['--set', value] : [])),
    ...optionFrom('--version', given('version')),
    ...(isOn('update-deps', 'true') ? ['--dependency-update'] : []),
    ...(isOn('dry-run', 'false') ? ['--dry-run'] : []),
    ...placed(call),
    ...spaceWords(call.input('name')),
    chartOf(call),
    ...spaceWords(call.input('helm-extra-args')),
  ]
}

function chartOf(call: ActionCall): Text {
  const path = filled(call.input('chart-path')) ?? spoken('helm/', call.at)
  const repository = filled(call.input('chart-repository'))
  return repository?.value.startsWith('oci') ? concat(repository, spoken('/', call.at), path) : path
}
