import { parseYaml, textOf } from '../../syntax/yaml.ts'
import { logIn } from '../docker/login.ts'
import { action, noOutputs } from '../tool.ts'

/** Logs in to one registry, or to those of `registry-auth`. https://github.com/docker/login-action (src/context.ts) */
export const dockerLogin = action('docker/login-action', (call, machine, world) => {
  const list = call.input('registry-auth')
  const entries = list?.value ? parseYaml(list)[0]?.root : undefined
  if (entries?.kind === 'list') {
    for (const entry of entries.items)
      logIn(machine, world, {
        registry: textOf(entry, 'registry'),
        username: textOf(entry, 'username'),
        password: textOf(entry, 'password'),
        at: call.at,
      })
  } else
    logIn(machine, world, {
      registry: call.input('registry'),
      username: call.input('username'),
      password: call.input('password'),
      at: call.at,
    })
  return noOutputs
})
