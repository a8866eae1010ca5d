import { clusterOfContext } from '../kube/contexts.ts'
import { asked, recordCommand, silent } from '../kube/outcome.ts'
import { command } from '../tool.ts'

/** kubectx and kubens choose the context and the namespace of later commands. */
export const kubectx = command(['kubectx', 'kubens'], (call, machine, world) => {
  const name = call.args.find((word) => !word.value.startsWith('-'))
  recordCommand(call, machine, world, call.name.value)
  if (!name) return asked(call, machine, world)
  if (call.name.value === 'kubens') machine.namespace = name
  else {
    machine.cluster = clusterOfContext(name, machine)
    machine.namespace = undefined
  }
  return silent
})
