import { asked } from '../kube/outcome.ts'
import { command } from '../tool.ts'
import { kubectl } from './kubectl.ts'

/** Distributions of Kubernetes that bring kubectl as a word of their own: `k3s kubectl apply -f app.yaml`. */
export const embeddedKubectl = command(['k3s', 'microk8s', 'rke2', 'k0s'], (call, machine, world) => {
  const [name, ...args] = call.args
  return name?.value === 'kubectl' ? kubectl.run({ ...call, name, args }, machine, world) : asked(call, machine, world)
})
