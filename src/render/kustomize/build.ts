import { nowhere, type Span } from '../../source/span.ts'
import { placeOf, type Text } from '../../source/text.ts'
import { resolvePath } from '../../world/files.ts'
import { BuildFailure, fail, Unsupported } from './failure.ts'
import { addHash, generate } from './generate.ts'
import { type HelmRender, inflateChart } from './helm-chart.ts'
import { type Kustomization, kustomizationFileNames, readKustomization, type Variable } from './kustomization.ts'
import { enter, type Loader, loadFile, mustLoad, readResources } from './load.ts'
import { fixNameReferences } from './name-references.ts'
import { beginCopying, isNilOrEmpty } from './node.ts'
import { customSchema } from './open-api.ts'
import { sortResources } from './order.ts'
import { jsonPatchEntry, patchEntry, strategicPatches } from './patch.ts'
import { pluginGenerator, pluginTransformer, type Transformer } from './plugin.ts'
import { readReplacements, replaceAll } from './replacement.ts'
import { metaMap, type Resource } from './resource.ts'
import { absorb, append } from './resource-list.ts'
import { builtInSchema, type SchemaOf } from './schema.ts'
import { labelSpecs, rename, setEntries, setImages, setNamespace, setReplicas } from './transform.ts'
import { defaultConfig, emptyConfig, type FieldSpecs, mergeConfig, readConfig } from './transformer-config.ts'
import { bindVariables, resolveVariables } from './variables.ts'

/** What a kustomization and everything below it has brought together (accumulator.ResAccumulator). */
interface Accumulator {
  readonly resources: Resource[]
  config: FieldSpecs
  readonly variables: Map<string, Variable>
}

interface Context {
  /** The outermost `openapi` field counts. */
  schemaOf: SchemaOf
  schemaIsSet: boolean
  readonly helm: HelmRender | undefined
  /** Kustomizations that may still be entered: a diamond of components can multiply. */
  left: number
}

const mostKustomizations = 2_000
const deepestNesting = 100
const mostResources = 20_000

const newAccumulator = (): Accumulator => ({ resources: [], config: emptyConfig, variables: new Map() })

/** `kustomize build` of the kustomization at the loader's root: the objects in the order of printing. */
export function build(loader: Loader, helm: HelmRender | undefined): readonly Resource[] {
  beginCopying()
  const context: Context = { schemaOf: builtInSchema, schemaIsSet: false, helm, left: mostKustomizations }
  const kustomization = load(loader, nowhere)
  const metadata = kustomization.buildMetadata?.[0]
  if (metadata) throw new Unsupported(`buildMetadata: ${metadata.value}`)
  setSchema(context, kustomization, loader)
  const all = accumulate(newAccumulator(), kustomization, loader, context, undefined)
  for (const resource of all.resources) addHash(resource)
  fixNameReferences(all.resources, all.config.nameReference)
  const variables = [...all.variables.values()].sort((a, b) => ((a.name?.value ?? '') < (b.name?.value ?? '') ? -1 : 1))
  resolveVariables(all.resources, variables, all.config.varReference)
  return sortResources(all.resources.filter(isPrinted), kustomization.sortOptions)
}

/** Objects that are only for the tool are left out. */
function isPrinted(resource: Resource): boolean {
  if (isNilOrEmpty(resource.node)) return false
  const local = metaMap(resource.node, 'annotations').get('config.kubernetes.io/local-config')
  return local === undefined || local.value.text.value === 'false'
}

function load(loader: Loader, at: Span): Kustomization {
  const found = kustomizationFileNames.flatMap(
    (name) => loader.files.read(`${loader.root === '/' ? '' : loader.root}/${name}`) ?? [],
  )
  const [text] = found
  if (!text)
    return fail(
      at,
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${loader.root}'`,
    )
  if (found.length > 1) return fail(placeOf(text), `Found multiple kustomization files under: ${loader.root}`)
  return readKustomization(text, text.value === '' ? at : placeOf(text))
}

function setSchema(context: Context, { openapi }: Kustomization, loader: Loader): void {
  if (context.schemaIsSet || !openapi) return
  const path = openapi.get('path')?.value
  const version = openapi.get('version')?.value
  if (path && version) fail(placeOf(version), 'builtin version and custom schema provided, cannot use both')
  if (version?.value && version.value !== 'v1.21.2')
    fail(placeOf(version), 'the specified OpenAPI version is not built in')
  context.schemaIsSet = Boolean(path || version?.value)
  if (path) context.schemaOf = customSchema(mustLoad(loader, path))
}

/** kusttarget.accumulateTarget: resources, generators, components, then the transformers in their fixed order. */
function accumulate(
  into: Accumulator,
  kustomization: Kustomization,
  loader: Loader,
  context: Context,
  helmNamespace: Text | undefined,
): Accumulator {
  context.left -= 1
  if (context.left < 0) throw new Unsupported(`more than ${mostKustomizations} kustomizations`)
  if (loader.visited.length > deepestNesting)
    throw new Unsupported(`kustomizations nested deeper than ${deepestNesting}`)
  const namespace = kustomization.namespace?.value ? kustomization.namespace : helmNamespace
  for (const path of [...(kustomization.resources ?? []), ...(kustomization.bases ?? [])])
    addResource(into, path, loader, context, namespace)
  if (into.resources.length > mostResources) throw new Unsupported(`more than ${mostResources} objects`)
  configure(into, kustomization, loader)
  runGenerators(into, kustomization, loader, context, namespace)
  for (const path of kustomization.components ?? []) addComponent(into, path, loader, context, namespace)
  for (const transform of transformersOf(into, kustomization, loader, context)) {
    transform(into.resources)
    dropEmpties(into)
  }
  if (kustomization.validators?.length) throw new Unsupported('validators')
  bindVariables(into.resources, kustomization.vars ?? [])
  for (const variable of kustomization.vars ?? []) addVariable(into, variable)
  return into
}

function dropEmpties({ resources }: Accumulator): void {
  if (!resources.some((resource) => isNilOrEmpty(resource.node))) return
  const kept = resources.filter((resource) => !isNilOrEmpty(resource.node))
  resources.splice(0, resources.length, ...kept)
}

function addVariable({ variables }: Accumulator, variable: Variable): void {
  const name = variable.name?.value ?? ''
  if (variables.has(name))
    fail(variable.name ? placeOf(variable.name) : variable.written.at, `var '${name}' already encountered`)
  variables.set(name, variable)
}

/** A file with objects, or a directory with a kustomization. */
function addResource(
  into: Accumulator,
  path: Text,
  loader: Loader,
  context: Context,
  namespace: Text | undefined,
): void {
  const isDirectory = path.value !== '' && loader.files.isDirectory(resolvePath(loader.root, path.value))
  const text = isDirectory ? undefined : loadFile(loader, path)
  if (text !== undefined) {
    append(into.resources, readResources(text, placeOf(path)), placeOf(path))
    return
  }
  const inner = enter(loader, path)
  const kustomization = load(inner, placeOf(path))
  setSchema(context, kustomization, inner)
  if (kustomization.kind?.value === 'Component')
    fail(placeOf(path), `expected kind != 'Component' for path '${inner.root}'`)
  const other = accumulate(newAccumulator(), kustomization, inner, context, namespace)
  append(into.resources, other.resources, placeOf(path))
  into.config = mergeConfig(into.config, other.config, path)
  for (const variable of other.variables.values()) addVariable(into, variable)
}

function addComponent(
  into: Accumulator,
  path: Text,
  loader: Loader,
  context: Context,
  namespace: Text | undefined,
): void {
  const inner = enter(loader, path)
  const kustomization = load(inner, placeOf(path))
  setSchema(context, kustomization, inner)
  if (kustomization.kind?.value !== 'Component')
    fail(
      placeOf(path),
      `expected kind 'Component' for path '${inner.root}' but got '${kustomization.kind?.value || 'Kustomization'}'`,
    )
  accumulate(into, kustomization, inner, context, namespace)
}

function configure(into: Accumulator, kustomization: Kustomization, loader: Loader): void {
  let config = defaultConfig
  for (const path of kustomization.configurations ?? [])
    config = mergeConfig(config, readConfig(mustLoad(loader, path)), path)
  into.config = mergeConfig(into.config, config, kustomization.configurations?.[0])
  for (const path of kustomization.crds ?? [])
    if (mustLoad(loader, path).value.includes('x-kubernetes-')) throw new Unsupported('crds')
}

function runGenerators(
  into: Accumulator,
  kustomization: Kustomization,
  loader: Loader,
  context: Context,
  namespace: Text | undefined,
): void {
  const { generatorOptions, helmGlobals, helmCharts } = kustomization
  if (kustomization.helmChartInflationGenerator) throw new Unsupported('helmChartInflationGenerator')
  const made = [
    ...(kustomization.configMapGenerator ?? []).map((args) => [generate('ConfigMap', args, generatorOptions, loader)]),
    ...(kustomization.secretGenerator ?? []).map((args) => [generate('Secret', args, generatorOptions, loader)]),
    ...(helmCharts ?? []).map((chart) => inflateChart(chart, helmGlobals?.chartHome, namespace, loader, context.helm)),
    ...pluginResources(kustomization.generators ?? [], loader, context).map((one) => [pluginGenerator(one, loader)]),
  ]
  for (const resources of made) absorb(into.resources, resources)
}

/** Entries of `generators` and `transformers` are paths, directories, or the configuration itself. */
function pluginResources(entries: readonly Text[], loader: Loader, context: Context): readonly Resource[] {
  const into = newAccumulator()
  const paths: Text[] = []
  for (const entry of entries) {
    const inline = inlineResources(entry)
    if (inline) append(into.resources, inline, placeOf(entry))
    else paths.push(entry)
  }
  for (const path of paths) addResource(into, path, loader, context, undefined)
  return into.resources
}

function inlineResources(entry: Text): readonly Resource[] | undefined {
  try {
    return readResources(entry, placeOf(entry))
  } catch (failure) {
    if (failure instanceof BuildFailure) return undefined
    throw failure
  }
}

/** kusttarget_configplugin.go, configureBuiltinTransformers: the order is fixed, whatever the file's. */
function transformersOf(
  { config }: Accumulator,
  kustomization: Kustomization,
  loader: Loader,
  context: Context,
): readonly Transformer[] {
  const { namespace, namePrefix, nameSuffix, commonLabels, commonAnnotations, labels } = kustomization
  const { schemaOf } = context
  const replacements = kustomization.replacements && readReplacements(kustomization.replacements, loader)
  const list: Transformer[] = []
  const { patchesStrategicMerge } = kustomization
  if (patchesStrategicMerge?.length) list.push(strategicPatches(patchesStrategicMerge, loader, schemaOf))
  for (const patch of kustomization.patches ?? []) list.push(patchEntry(patch, loader, schemaOf))
  if (namespace?.value) list.push((all) => setNamespace(all, namespace, config.namespace))
  if (namePrefix?.value) list.push((all) => rename(all, 'prefix', namePrefix, config.namePrefix))
  if (nameSuffix?.value) list.push((all) => rename(all, 'suffix', nameSuffix, config.nameSuffix))
  for (const label of labels ?? []) {
    const specs = labelSpecs(label, config, label.written.at)
    list.push((all) => setEntries(all, label.pairs ?? new Map(), specs))
  }
  if (commonLabels) list.push((all) => setEntries(all, commonLabels, config.commonLabels))
  if (commonAnnotations) list.push((all) => setEntries(all, commonAnnotations, config.commonAnnotations))
  for (const patch of kustomization.patchesJson6902 ?? []) list.push(jsonPatchEntry(patch, loader))
  for (const replica of kustomization.replicas ?? []) list.push((all) => setReplicas(all, replica, config.replicas))
  const images = [...(kustomization.images ?? []), ...(kustomization.imageTags ?? [])]
  if (images.length > 0) list.push((all) => setImages(all, images, config.images))
  if (replacements) list.push((all) => replaceAll(all, replacements))
  for (const one of pluginResources(kustomization.transformers ?? [], loader, context))
    list.push(pluginTransformer(one, loader, schemaOf))
  return list
}
