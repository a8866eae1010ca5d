import type { Text } from '../source/text.ts'
import type { NodePool } from '../world/cluster.ts'
import { nodePool } from './node-pool.ts'
import { readTerraform } from './terraform.ts'
import { ackStatements } from './terraform-ack.ts'
import { aksStatements } from './terraform-aks.ts'
import { eksStatements } from './terraform-eks.ts'
import { gkeStatements } from './terraform-gke.ts'

const readers = [aksStatements, eksStatements, gkeStatements, ackStatements]

/**
 * The node pools that Terraform files make: AKS, EKS (resources and the module terraform-aws-modules/eks), GKE and Alibaba Cloud.
 * A pool whose machines cannot be read is there without an architecture, so that nobody concludes from the others.
 * `files`: `*.tf` and `*.tfvars` of the whole repository, and whatever may run Terraform (workflows, scripts, Makefiles,
 * terragrunt.hcl): a variable that they give a value may have any.
 */
export function nodePoolsInTerraform(files: readonly Text[]): readonly NodePool[] {
  const terraform = readTerraform(files)
  return [...terraform.modules.values()].flatMap((module) =>
    readers.flatMap((read) => read({ terraform, module })).map(nodePool),
  )
}
