import { placeOf, slice, type Text } from '../source/text.ts'
import type { AzureValue } from '../syntax/bicep.ts'
import type { NodePool, Taint } from '../world/cluster.ts'
import {
  type AzureResource,
  type AzureTemplate,
  type AzureTemplates,
  azureTexts,
  azureValues,
  isConditionalTemplate,
  readAzureTemplates,
} from './azure-template.ts'
import { nodePool, type Statement, taintOf } from './node-pool.ts'

/**
 * The node pools of AKS clusters in Bicep files and ARM templates. A pool whose machines cannot be read is there without an
 * architecture. `files`: `*.bicep`, `*.bicepparam` and `*.json` of the whole repository, and whatever may deploy them (workflows,
 * scripts): a parameter that they give a value may have any.
 */
export function nodePoolsInAzureTemplates(files: readonly Text[]): readonly NodePool[] {
  const all = readAzureTemplates(files)
  return all.templates
    .flatMap((template) => template.resources.flatMap((resource) => statementsOf({ all, template, resource })))
    .map(nodePool)
}

interface Place {
  readonly all: AzureTemplates
  readonly template: AzureTemplate
  readonly resource: AzureResource
}

function statementsOf(place: Place): readonly Statement[] {
  switch (place.resource.type) {
    case 'microsoft.containerservice/managedclusters':
      return ofCluster(place)
    case 'microsoft.containerservice/managedclusters/agentpools':
      return ofPool(place)
    default:
      return []
  }
}

const entry = (value: AzureValue | undefined, ...path: readonly string[]): AzureValue | undefined =>
  path.reduce<AzureValue | undefined>(
    (current, name) => (current?.kind === 'object' ? current.entries.get(name) : undefined),
    value,
  )

const text = ({ all, template }: Place, value: AzureValue | undefined): Text | undefined => {
  const [first, ...rest] = azureTexts(all, template, value) ?? []
  return rest.every((one) => one.value === first?.value) ? first : undefined
}

function ofCluster(place: Place): readonly Statement[] {
  const { body } = place.resource
  const name = text(place, entry(body, 'name'))
  const properties = entry(body, 'properties')
  const profiles = azureValues(place.all, place.template, entry(properties, 'agentPoolProfiles'))
  const list = profiles?.length === 1 && profiles[0]?.kind === 'list' ? profiles[0].items : undefined
  // A resource that is written inside of another one makes the object incomplete: it may be a pool.
  const whole = list && body.kind === 'object' && body.complete && !entry(properties, 'nodeProvisioningProfile')
  return [...(list ?? []).flatMap((pool) => pools(place, pool, name)), ...(whole ? [] : [unreadable(place, name)])]
}

function ofPool(place: Place): readonly Statement[] {
  const { body } = place.resource
  const parent = entry(body, 'parent')
  const symbol = parent?.kind === 'reference' && parent.path.length === 1 ? parent.path[0] : undefined
  const cluster = place.template.resources.find((one) => symbol !== undefined && one.symbol === symbol)
  const written = text(place, entry(body, 'name'))
  const slash = written?.value.indexOf('/') ?? -1
  const own = written && slash > 0 ? slice(written, 0, slash) : undefined
  const name = cluster ? text(place, entry(cluster.body, 'name')) : own
  return [...pools(place, entry(body, 'properties'), name), ...(cluster ? [] : [unreadable(place, name)])]
}

const unreadable = ({ resource }: Place, cluster: Text | undefined): Statement => ({
  provider: 'aks',
  cluster,
  machineTypes: undefined,
  architecture: 'unknown',
  labels: new Map(),
  taints: [],
  at: placeOf(resource.head),
})

/** None for Windows, whose nodes take no Linux pods. */
function pools(place: Place, profile: AzureValue | undefined, cluster: Text | undefined): readonly Statement[] {
  if (profile?.kind !== 'object' || !profile.complete) return [unreadable(place, cluster)]
  const { all, template, resource } = place
  if (text(place, profile.entries.get('osType'))?.value.toLowerCase() === 'windows') return []
  const machineTypes = azureTexts(all, template, profile.entries.get('vmSize'))
  const conditional = resource.conditional || isConditionalTemplate(all, template)
  const statement: Statement = {
    provider: 'aks',
    cluster,
    machineTypes,
    architecture: conditional || !machineTypes ? 'unknown' : undefined,
    labels: labelsOf(place, profile.entries.get('nodeLabels')),
    taints: taintsOf(place, profile),
    at: placeOf(machineTypes?.[0] ?? resource.head),
  }
  return [statement]
}

function labelsOf(place: Place, value: AzureValue | undefined): ReadonlyMap<string, string> | undefined {
  if (!value) return new Map()
  if (value.kind !== 'object' || !value.complete) return undefined
  const pairs = [...value.entries].map(([key, one]) => [key, text(place, one)?.value] as const)
  const known = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)
  return known.length === pairs.length ? new Map(known) : undefined
}

/** AKS taints spot nodes by itself (learn.microsoft.com/azure/aks/spot-node-pool). */
const spotTaint: Taint = { key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' }

function taintsOf(place: Place, profile: AzureValue): readonly Taint[] | undefined {
  const stated = entry(profile, 'nodeTaints')
  const items = stated ? (stated.kind === 'list' ? stated.items : undefined) : []
  const taints = items?.map((item) => {
    const written = text(place, item)
    return written && taintOf(written)
  })
  const known = taints?.filter((taint) => taint !== undefined)
  if (!known || known.length < (taints?.length ?? 0)) return undefined
  return text(place, entry(profile, 'scaleSetPriority'))?.value === 'Spot' ? [...known, spotTaint] : known
}
