import { unknownText } from '../../source/unknown.ts'
import { record } from '../../world/machine.ts'
import { command } from '../tool.ts'

/**
 * Builds Go programs and pushes them under names made of their import paths, which only the sources tell: it may have pushed
 * what its arguments name. https://ko.build
 */
export const ko = command('ko', (call, machine, world) => {
  const repository = machine.variables.get('KO_DOCKER_REPO')
  record(world, machine, {
    kind: 'opaque' as const,
    at: call.at,
    name: 'ko',
    about: [...call.args, ...(repository ? [repository.text] : [])],
    anything: false,
  })
  const asked = `ko(${call.args.map((one) => one.value).join(' ')})`
  return { status: 'unknown', stdout: unknownText(machine.names, asked, 'output of ko', call.at) }
})
