import { nodePoolsInAzureTemplates } from '../documents/azure-node-pools.ts'
import { nodePoolsInYaml } from '../documents/cluster-config.ts'
import { nodePoolsInTerraform } from '../documents/terraform-node-pools.ts'
import { type Repository, textOfSource } from '../repository/repository.ts'
import type { Text } from '../source/text.ts'
import type { NodePool } from '../world/cluster.ts'

/** Folders whose infrastructure is not this repository's own. */
const notOurs = /(?:^|\/)(?:tests?|testdata|fixtures?|examples?|samples?|docs?|vendor|third_party|node_modules)\//i

/** The node pools that infrastructure code in the repository describes. */
export function nodePoolsIn(repository: Repository): readonly NodePool[] {
  const read = (pattern: RegExp, mentions: RegExp): readonly Text[] =>
    repository.paths.flatMap((path) => {
      if (!pattern.test(path) || notOurs.test(path)) return []
      const source = repository.read(path)
      return source && mentions.test(source.text) ? [textOfSource(source)] : []
    })
  const terraform = read(/\.(?:tf|tfvars)$/, /./)
  return [
    ...(terraform.some((text) => /_kubernetes_cluster|_eks_|_container_|_cs_kubernetes|\/eks/.test(text.value))
      ? nodePoolsInTerraform(terraform)
      : []),
    ...nodePoolsInAzureTemplates(
      read(
        /(?:\.(?:bicep|bicepparam)|(?:azuredeploy|template|aks|cluster|main|deploy|parameters)[^/]*\.json)$/i,
        /Microsoft\.ContainerService|agentPoolProfiles|^\s*(?:using|param)\b|"\$schema".*deployment/im,
      ),
    ),
    ...nodePoolsInYaml(read(/\.ya?ml$/, /^kind:\s*["']?(?:ClusterConfig|NodePool)\b/m)),
  ]
}
