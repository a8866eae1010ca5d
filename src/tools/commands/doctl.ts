import { spoken } from '../../source/text.ts'
import { connect } from '../kube/contexts.ts'
import { parseOptions } from '../kube/options.ts'
import { asked, done, recordCommand } from '../kube/outcome.ts'
import { recordLogin } from '../kube/registry-login.ts'
import { command } from '../tool.ts'

const switches = new Set(['h', 'help', 'verbose', 'v', 'interactive', 'read-only', 'never-expire'])

/** doctl: DigitalOcean's clusters and registry. */
export const doctl = command('doctl', (call, machine, world) => {
  const options = parseOptions(call.args, switches)
  const said = options.words.map((word) => word.value).join(' ')
  recordCommand(
    call,
    machine,
    world,
    `doctl ${options.words
      .slice(0, 2)
      .map((word) => word.value)
      .join(' ')}`,
  )
  if (/^(?:kubernetes|k8s|kube|k) cluster kubeconfig save/.test(said))
    connect(machine, options.words[4], 'other', call.at)
  else if (/^registry login/.test(said)) {
    const host = spoken('registry.digitalocean.com', call.at)
    machine.logins = [...machine.logins, recordLogin(machine, world, host, call.at)]
  } else return asked(call, machine, world)
  return done(call, machine, world)
})
