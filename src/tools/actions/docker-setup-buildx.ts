import { spoken } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Builder } from '../../world/machine.ts'
import { addBuilder, takeOverBuild } from '../docker/builders.ts'
import { decide } from '../docker/decision.ts'
import { type ActionCall, action } from '../tool.ts'

/** Makes a builder and switches to it. https://github.com/docker/setup-buildx-action (action.yml of v4) */
export const dockerSetupBuildx = action('docker/setup-buildx-action', (call, machine) => {
  const driver = driverOf(call)
  const name = addBuilder(machine, driver, call.input('name'), call.at)
  const uses = decide(call.input('use'), true)
  if (uses !== false) machine.builder = { driver: uses === true ? driver : 'unknown', at: call.at }
  if (decide(call.input('install'), false) === true) takeOverBuild(machine, call.at)
  const outputs = new Map([
    ['name', name],
    ['driver', spoken(driver, call.at)],
  ])
  return { outputs, complete: false }
})

const drivers: readonly Builder['driver'][] = ['docker', 'docker-container', 'kubernetes', 'remote', 'cloud']

/** A builder with more nodes, or at an address, is more than this machine. */
function driverOf(call: ActionCall): Builder['driver'] {
  const written = call.input('driver')?.value.trim() || 'docker-container'
  const endpoint = call.input('endpoint')?.value ?? ''
  if (call.input('append')?.value || holdsUnknown(endpoint)) return 'unknown'
  if (written === 'docker-container' && /:\/\//.test(endpoint) && !endpoint.startsWith('unix://')) return 'remote'
  return drivers.find((one) => one === written) ?? 'unknown'
}
