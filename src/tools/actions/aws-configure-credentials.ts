import type { Machine } from '../../world/machine.ts'
import { eventsOf, type World } from '../../world/world.ts'
import { recordAction } from '../kube/action-event.ts'
import { givenInput, requestIdToken } from '../kube/id-token.ts'
import { type ActionCall, action } from '../tool.ts'

const name = 'aws-actions/configure-aws-credentials'

/** Signs the AWS tools in, and says which region they mean. */
export const awsConfigureCredentials = action(name, (call, machine, world) => {
  const role = givenInput(call, 'role-to-assume')
  if (role && needsIdToken(call, machine, world))
    requestIdToken(
      ...([call, machine, world, role] as const),
      'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
    )
  recordAction(call, machine, world, name)
  const region = call.input('aws-region')
  if (region) {
    const variable = { text: region, exported: true }
    machine.variables = new Map([...machine.variables, ['AWS_REGION', variable], ['AWS_DEFAULT_REGION', variable]])
  }
  return { outputs: new Map(), complete: false }
})

/**
 * A role is assumed by OIDC unless there are other credentials to assume it with: keys, a token file, those of an earlier step, or
 * of a machine that is somebody's own (aws-actions/configure-aws-credentials src/index.ts).
 */
function needsIdToken(call: ActionCall, machine: Machine, world: World): boolean {
  const others = ['aws-access-key-id', 'web-identity-token-file', 'role-chaining', 'use-existing-credentials']
  const isOn = (input: string): boolean => {
    const text = givenInput(call, input)
    return text !== undefined && text.value !== 'false'
  }
  const signedIn = eventsOf(world, 'command').some((one) => one.run === machine.run && one.name === name)
  return (
    machine.computer.hosted === true &&
    !machine.openEnvironment &&
    !others.some(isOn) &&
    !signedIn &&
    !machine.variables.has('AWS_ACCESS_KEY_ID') &&
    !machine.variables.has('AWS_WEB_IDENTITY_TOKEN_FILE')
  )
}
