import { runKubectl } from '../kube/run-kubectl.ts'
import { action } from '../tool.ts'

/** Runs kubectl on an EKS cluster, by a kubeconfig from the environment. */
export const kodermaxKubectlAwsEks = action('kodermax/kubectl-aws-eks', (call, machine, world) =>
  runKubectl(call, machine, world, call.input('args')),
)
