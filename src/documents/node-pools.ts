import type { Text } from '../source/text.ts'
import type { NodePool } from '../world/cluster.ts'
import { nodePoolsInArm } from './arm-template.ts'
import { nodePoolsInBicep } from './bicep.ts'
import { nodePoolsInObjects } from './node-pool-objects.ts'
import { nodePoolsInTerraform } from './terraform.ts'

/** A file of the repository that may describe infrastructure. */
export interface InfrastructureFile {
  readonly path: string
  readonly text: Text
}

/** Whether a file is worth handing to `nodePoolsIn`, by its name and a glance at its text. */
export const mayDescribeNodes = (path: string, text: string): boolean =>
  /\.(?:tf|tf\.json|tfvars|bicep)$/.test(path) ||
  (/\.(?:json|ya?ml)$/.test(path) && /Microsoft\.ContainerService|eksctl\.io|karpenter\.sh|MachineTemplate/.test(text))

/**
 * The node pools that the files describe: Terraform, Bicep, ARM templates, eksctl and Karpenter objects. What is not written
 * literally is left undefined; the pools of one Terraform folder know its variables' defaults.
 */
export function nodePoolsIn(files: readonly InfrastructureFile[]): readonly NodePool[] {
  const terraform = files.filter(({ path }) => /\.(?:tf|tfvars)$/.test(path))
  return [
    ...nodePoolsInTerraform(terraform),
    ...files.flatMap(({ path, text }) => {
      if (path.endsWith('.bicep')) return nodePoolsInBicep(text)
      if (path.endsWith('.json') && text.value.includes('Microsoft.ContainerService')) return nodePoolsInArm(text)
      return /\.(?:json|ya?ml)$/.test(path) ? nodePoolsInObjects(text) : []
    }),
  ]
}
