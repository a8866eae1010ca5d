import { logIn } from '../docker/login.ts'
import { action, noOutputs } from '../tool.ts'

/** Logs Podman, Buildah and Docker in. https://github.com/redhat-actions/podman-login */
export const redhatPodmanLogin = action('redhat-actions/podman-login', (call, machine, world) => {
  logIn(machine, world, {
    registry: call.input('registry'),
    username: call.input('username'),
    password: call.input('password'),
    at: call.at,
  })
  return noOutputs
})
