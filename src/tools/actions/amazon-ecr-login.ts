import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { listItems } from '../../syntax/csv-list.ts'
import type { Machine } from '../../world/machine.ts'
import { eventsOf, type World } from '../../world/world.ts'
import { logIn } from '../docker/login.ts'
import { type ActionCall, action } from '../tool.ts'

/** Logs in to the registries of an AWS account. https://github.com/aws-actions/amazon-ecr-login (index.js) */
export const amazonEcrLogin = action('aws-actions/amazon-ecr-login', (call, machine, world) => {
  const registries = registriesOf(call, machine, world)
  for (const registry of registries)
    logIn(machine, world, { registry, username: spoken('AWS', call.at), password: undefined, at: call.at })
  const [only] = registries.length === 1 ? registries : []
  return { outputs: new Map(only ? [['registry', only]] : []), complete: false }
})

function registriesOf(call: ActionCall, machine: Machine, world: World): readonly Text[] {
  if (call.input('registry-type')?.value === 'public') return [spoken('public.ecr.aws', call.at)]
  const region = machine.variables.get('AWS_REGION')?.text ?? machine.variables.get('AWS_DEFAULT_REGION')?.text
  const accounts = listItems(call.input('registries') ?? emptyText, { commas: true })
  if (accounts.length === 0 || !region || accounts.some((account) => holdsUnknown(account.value)))
    return [ownRegistry(call, machine, world, region)]
  return accounts.map((account) =>
    concat(account, spoken('.dkr.ecr.', call.at), region, spoken('.amazonaws.com', call.at)),
  )
}

/** The registry of the account whose credentials are there: the same one for the same credentials, in whatever job. */
function ownRegistry(call: ActionCall, machine: Machine, world: World, region: Text | undefined): Text {
  const configured = eventsOf(world, 'command').findLast(
    (one) => one.run === machine.run && one.name === 'aws-actions/configure-aws-credentials',
  )
  const credentials = configured
    ? ['role-to-assume', 'aws-access-key-id', 'aws-region'].map((name) => configured.inputs.get(name)?.value ?? '')
    : [`run ${machine.run.id}`]
  const key = [...credentials, region?.value ?? '', call.input('registries')?.value ?? ''].join(' ')
  return unknownText(machine.names, `ecr registry ${key}`, 'the ECR registry', call.at)
}
