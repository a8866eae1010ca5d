import { spoken } from '../../source/text.ts'
import { temporaryPath } from '../../world/files.ts'
import { record } from '../../world/machine.ts'
import { logIn } from '../docker/login.ts'
import { action, noOutputs } from '../tool.ts'

/**
 * Writes credentials into a Docker configuration of its own, and makes that the one of later steps unless `DOCKER_CONFIG` is
 * set: what was logged in to before is not there any more. https://github.com/Azure/docker-login (src/login.ts)
 */
export const azureDockerLogin = action('azure/docker-login', (call, machine, world) => {
  record(world, machine, {
    kind: 'command' as const,
    at: call.at,
    name: call.uses.action,
    arguments: [],
    inputs: call.inputs,
  })
  if (!machine.variables.get('DOCKER_CONFIG')?.text.value) {
    const directory = spoken(`${temporaryPath}/docker_login_${call.at.start}`, call.at)
    machine.variables = new Map([...machine.variables, ['DOCKER_CONFIG', { text: directory, exported: true }]])
    machine.logins = []
  }
  logIn(machine, world, {
    registry: call.input('login-server'),
    username: call.input('username'),
    password: call.input('password'),
    at: call.at,
  })
  return noOutputs
})
