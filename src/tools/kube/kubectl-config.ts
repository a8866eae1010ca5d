import { clusterOfContext, connect } from './contexts.ts'
import type { KubectlCall, Verb } from './kubectl-call.ts'
import { lastOf } from './options.ts'
import { asked, silent } from './outcome.ts'

/** `kubectl config`: which cluster and which namespace later commands mean. */
export const config: Verb = (kubectl) => {
  const { machine, words, call } = kubectl
  const [verb, name] = words
  switch (verb?.value) {
    case 'use-context':
    case 'use':
      if (name) machine.cluster = clusterOfContext(name, machine)
      machine.namespace = undefined
      return silent
    case 'set-context':
      setContext(kubectl)
      return silent
    case 'set-cluster':
    case 'set-credentials':
    case 'set':
    case 'unset':
      return silent
    default:
      return asked(call, machine, kubectl.world)
  }
}

/** A context of another name is only used later, by `use-context`; that of `--current` or of the cluster at hand is now. */
function setContext(kubectl: KubectlCall): void {
  const namespace = lastOf(kubectl.options, 'namespace', 'n')
  if (namespace) kubectl.machine.namespace = namespace
}

/** `oc project X` and `kubens X` choose a namespace; `oc login` a cluster of OpenShift. */
export const project: Verb = ({ machine, words }) => {
  if (words[0]) machine.namespace = words[0]
  return silent
}

export const login: Verb = ({ machine, words, call, options }) => {
  connect(machine, lastOf(options, 'server') ?? words[0], 'openshift', call.at)
  return silent
}
