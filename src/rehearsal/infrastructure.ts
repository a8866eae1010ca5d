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
  // What is handed to these tools on a command line overrules what the files say.
  const callers = read(
    /^\.github\/workflows\/|\.(?:sh|bash|hcl)$|(?:^|\/)[Mm]akefile$|\.tfvars\.json$/,
    /terraform|tofu|TF_VAR_|terragrunt|az deployment|inputs|\{/,
  )
  const terraform = read(/\.(?:tf|tfvars)$/, /./)
  const templates = read(
    azureTemplates,
    /Microsoft\.ContainerService|agentPoolProfiles|^\s*(?:using|param)\b|"\$schema".*deployment/im,
  )
  return [
    ...(terraform.some((text) => describesCluster.test(text.value))
      ? nodePoolsInTerraform([...terraform, ...callers])
      : []),
    ...(templates.some((text) => /ContainerService|agentPoolProfiles/.test(text.value))
      ? nodePoolsInAzureTemplates([...templates, ...callers])
      : []),
    ...nodePoolsInYaml(read(/\.ya?ml$/, /^kind:\s*["']?(?:ClusterConfig|NodePool)\b/m)),
  ]
}

const describesCluster = /_kubernetes_cluster|_eks_|_container_|_cs_kubernetes|\/eks/
const azureTemplates =
  /(?:\.(?:bicep|bicepparam)|(?:azuredeploy|template|aks|cluster|main|deploy|parameters)[^/]*\.json)$/i
