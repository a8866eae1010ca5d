import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { sentBefore } from '../world/namespaces.ts'

export const namespaceCreatedLate = rule({
  id: 'namespace-created-late',
  summary: 'objects that are applied before the namespace they are for',
  severity: 'warning',
  seen: 'Error from server (NotFound): namespaces "…" not found, on the first deploy',
  on: 'object',
  *check(namespace, world): Iterable<Problem> {
    const { object, run, at, set } = namespace
    // Other tools sort what they send; people who apply by hand try again.
    if (!set.label.startsWith('kubectl apply') || run.implied || run.occasion.event === 'by-hand') return
    const early = sentBefore(world, namespace)?.object
    if (!early?.namespace || !object.name) return
    const name = show(world.names, object.name.value)
    yield {
      at,
      message: `kubectl takes files in the order of their names: ${early.kind} ${show(world.names, early.name?.value ?? '')} comes before the Namespace ${name}, and the first deploy fails`,
      because: [
        { at: placeOf(object.name), message: `${name} is made here` },
        { at: placeOf(early.namespace), message: 'an object before it is for that namespace' },
      ],
      help: 'apply the file of the Namespace first, or give it a name that sorts before the others (00-namespace.yaml)',
    }
  },
})
