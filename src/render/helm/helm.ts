import { topOf } from '../../source/span.ts'
import { emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { equalToNothing, holdsUnknown, unknown } from '../../source/unknown.ts'
import type { Render, Rendered, RenderFiles, RenderRequest } from '../render.ts'
import { assemble, type RenderedFile } from './assemble.ts'
import { capabilities, kubernetesVersion } from './capabilities.ts'
import { type Chart, type Dependency, loadChart } from './chart.ts'
import { archiveFiles, type ChartFile, directoryFiles, largestChart } from './chart-files.ts'
import { coalesceValues } from './coalesce.ts'
import { type Renderable, releaseValue, renderables } from './context.ts'
import { processDependencies } from './dependencies.ts'
import { Engine } from './engine.ts'
import { CallError, Failure, Unsupported } from './failure.ts'
import { cleanPath } from './functions/paths.ts'
import { functionsOf } from './functions/table.ts'
import { checkSchemas } from './schema.ts'
import { isCompatible } from './semver.ts'
import { addTemplate, type TemplateSet, weightOfActions } from './template-set.ts'
import { untypedUnknowns, userValues } from './user-values.ts'
import { byBytes, entry, type MapValue, map, record, type StoredValue, setEntry } from './value.ts'

/**
 * Renders a chart as `helm template RELEASE CHART` does: the same text, every character with the place it comes from, or
 * the place where Helm would fail. Never throws.
 */
export const renderChart: Render = (request, files) => {
  try {
    return rendered(request, files)
  } catch (error) {
    if (error instanceof Failure)
      return {
        kind: 'fails',
        at: error.at,
        message: error.message,
        given: error.context.given ?? [],
        why: error.context.why,
      }
    if (error instanceof CallError)
      return { kind: 'fails', at: placeOf(emptyText), message: error.message, given: [], why: undefined }
    if (error instanceof Unsupported) return { kind: 'unsupported', reason: error.message }
    // The stack, or the longest string, is at its end.
    if (error instanceof RangeError) return { kind: 'unsupported', reason: 'the chart nests too deeply' }
    throw error
  }
}

/** What `helm template` calls a release that nobody named. */
const defaultRelease = 'release-name'

function rendered(request: RenderRequest, files: RenderFiles): Rendered {
  const { helm } = request.versions
  const given = userValues(request.values, files, helm)
  const chart = loadWhole(request.path, files, helm, request.absent)
  const open =
    request.values.some((one) => holdsUnknown(one.text.value)) ||
    [request.release, request.namespace].some((text) => text && holdsUnknown(text.value))
  if (chart.metadata.type.value === 'library')
    throw new Failure('library charts are not installable', placeOf(chart.metadata.type))
  if (request.absent) checkImports(chart)
  else checkPresence(chart)
  if (open) untypedUnknowns(given, chart.values)
  const kubernetes = kubernetesVersion(request.versions, chart.at)
  processDependencies(chart, given, helm)
  const values = coalesceValues(chart, given, { merge: false, helm })
  const absent = absentFrom(chart)
  const rests = absent.map((dependency) => ({ ...dependency, rest: leaveOpen(values, dependency, request) }))
  checkSchemas(chart, values)
  checkKubernetes(chart, kubernetes.plain)
  const release = request.release ?? spoken(defaultRelease, chart.at)
  const namespace = request.namespace ?? spoken('default', chart.at)
  const templates = renderables(chart, {
    release: releaseValue(release, namespace, chart.at),
    capabilities: capabilities(request.versions, kubernetes, chart.at),
    values,
    helm,
  })
  const subcharts = templates.find((one) => one.chart === chart)?.data.entries.get('Subcharts')?.value
  for (const { name, at, rest } of rests)
    if (subcharts?.kind === 'map') setEntry(subcharts, spoken(name, at), { kind: 'unknown', text: rest })
  const engine = new Engine({
    functions: functionsOf(helm),
    helm,
    names: request.names,
    open: open || request.names !== undefined,
    absent: absent.map(({ name }) => name),
  })
  const outputs = renderAll(templates, engine)
  return {
    kind: 'text',
    ...assemble(outputs, request.includeCrds ? crdsOf(chart) : [], helm),
    absent: absent.map(({ name }) => name),
  }
}

/** A chart with its dependencies as far as they are in the repository. */
export function loadWhole(path: string, files: RenderFiles, helm: 3 | 4, absent?: RenderRequest['absent']): Chart {
  const chart = load(path, files, helm, absent)
  findMissing(chart, path, files, helm, 0)
  return chart
}

function load(path: string, files: RenderFiles, helm: 3 | 4, absent?: RenderRequest['absent']): Chart {
  const isDirectory = files.isDirectory(path)
  const found = isDirectory ? directoryFiles(path, files) : archiveFiles(path, files)
  const at = topOf({ path: isDirectory ? `${path}/Chart.yaml` : path, text: '' })
  // `helm dependency update` brings archives that nobody can look into.
  const isThere = (file: ChartFile): boolean => !absent || files.unpack?.(file.path, largestChart) !== undefined
  return loadChart(found, at, helm, (file) => (isThere(file) ? archiveFiles(file.path, files) : undefined))
}

/** Dependencies of dependencies that are looked for outside of `charts/`. */
const deepestSearch = 5

/**
 * Dependencies that are declared but not packed into `charts/`, as they are in most repositories: a `file://` repository, or
 * a chart of that name and a fitting version in the folder next to this one.
 */
function findMissing(chart: Chart, path: string, files: RenderFiles, helm: 3 | 4, depth: number): void {
  if (depth > deepestSearch) return
  for (const { name, version, repository } of chart.declared) {
    if (chart.dependencies.some((child) => child.name === name)) continue
    const folder = cleanPath(
      repository.startsWith('file://') ? `${path}/${repository.slice('file://'.length)}` : `${path}/../${name}`,
    )
    if (folder === path || !files.read(`${folder}/Chart.yaml`)) continue
    const found = load(folder, files, helm)
    if (found.name !== name || !isCompatible(version, found.version)) continue
    findMissing(found, folder, files, helm, depth + 1)
    found.parent = chart
    chart.dependencies.push(found)
  }
}

/** What is declared, enabled, and not there. */
const absentFrom = (chart: Chart): readonly Dependency[] =>
  chart.declared.filter(({ name }) => !chart.dependencies.some((child) => child.name === name))

/** Values that a dependency exports into the chart's own, whatever they are called. */
function checkImports(chart: Chart): void {
  const missing = chart.declared.find(
    ({ name, imports }) => imports.length > 0 && !chart.dependencies.some((child) => child.name === name),
  )
  if (missing) throw new Unsupported(`the chart imports values of ${missing.name}, which is not there`)
}

/** Under the name of what is not there, the chart's own values are known, and any others are not. */
function leaveOpen(values: MapValue, { name, at }: Dependency, { names, path }: RenderRequest): Text {
  const character = names ? unknown(names, `helm values ${path} ${name}`, `values of ${name}`) : equalToNothing
  const rest = spoken(character, at)
  const open = (known: StoredValue): StoredValue => {
    if (known.kind !== 'map') return known
    const entries = new Map([...known.entries].map(([key, one]) => [key, { ...one, value: open(one.value) }]))
    return { ...known, entries, rest }
  }
  const known = values.entries.get(name)
  values.entries.set(name, known ? { ...known, value: open(known.value) } : entry(spoken(name, at), open(map(at))))
  return rest
}

/** Dependencies that are declared and not there: the chart of this repository is not the whole chart. */
function checkPresence(chart: Chart): void {
  const present = new Set(chart.dependencies.map((child) => child.name))
  const missing = chart.declared
    .filter((dependency) => !present.has(dependency.name))
    .map((dependency) => dependency.name)
  if (missing.length > 0)
    throw new Unsupported(`dependencies found in Chart.yaml, but missing in charts/ directory: ${missing.join(', ')}`)
}

function checkKubernetes(chart: Chart, version: string): void {
  const range = chart.metadata.kubeVersion
  if (range.value === '' || isCompatible(range.value, version)) return
  throw new Failure(
    `chart requires kubeVersion: ${range.value} which is incompatible with Kubernetes ${version}`,
    placeOf(range),
  )
}

const slashes = (path: string): number => path.split('/').length

function renderAll(templates: readonly Renderable[], engine: Engine): readonly RenderedFile[] {
  // Deeper files first, and of one folder the last ones: a parent's definitions come later and win.
  const ordered = [...templates].sort((a, b) => slashes(b.name) - slashes(a.name) || byBytes(b.name, a.name))
  checkActions(ordered)
  const set: TemplateSet = new Map()
  for (const { name, file } of ordered) parse(set, name, file.text, engine)
  const outputs: RenderedFile[] = []
  for (const { name, file, data, basePath, chart } of ordered) {
    if (lastPart(name).startsWith('_')) continue
    const at = topOf(placeOf(file.text).source)
    const type = data.type ?? ''
    data.entries.set(
      'Template',
      entry(
        spoken('Template', at),
        record(
          {
            Name: { kind: 'string', text: spoken(name, at), at },
            BasePath: { kind: 'string', text: spoken(basePath, at), at },
          },
          at,
          type,
        ),
      ),
    )
    const { text, output } = run(engine, set, name, data)
    if (lastPart(name) === 'NOTES.txt') continue
    const uncertain = isUncertain(chart) ? [{ start: 0, end: text.value.length }] : output.uncertain
    outputs.push({ name, text, uncertain })
  }
  return outputs
}

/** Three times what is in the actions of the largest public charts. */
const mostInActions = 3_000_000

function checkActions(templates: readonly Renderable[]): void {
  const weight = templates.reduce((sum, { file }) => sum + weightOfActions(file.text.value), 0)
  if (weight > mostInActions) throw new Unsupported('the chart has too many actions')
}

const isUncertain = (chart: Chart | undefined): boolean =>
  chart !== undefined && (chart.uncertain || isUncertain(chart.parent))

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function parse(set: TemplateSet, name: string, text: Text, engine: Engine): void {
  const problem = addTemplate(set, name, text, engine.isFunction)
  if (!problem) return
  const at = placeOf(slice(text, Math.max(0, Math.min(problem.offset, text.value.length - 1)), problem.offset + 1))
  throw new Failure(`parse error at (${name}:${problem.line}): ${problem.message.split(': ').at(-1)}`, at)
}

function run(
  engine: Engine,
  set: TemplateSet,
  name: string,
  data: Renderable['data'],
): ReturnType<Engine['renderFile']> {
  try {
    return engine.renderFile(set, name, data)
  } catch (error) {
    if (!(error instanceof Failure) || error.context.said === undefined) throw error
    const location = error.message.split(': ')[1]
    throw new Failure(`execution error at (${location}): ${error.context.said}`, error.at, error.context)
  }
}

/** What `--include-crds` prints. */
function crdsOf(chart: Chart): readonly { readonly name: string; readonly text: Text }[] {
  const own = chart.files
    .filter((file) => file.name.startsWith('crds/') && /\.(?:ya?ml|json)$/i.test(file.name))
    .map((file) => ({ name: `${chart.fullPath}/${file.name}`, text: file.text }))
  return [...own, ...chart.dependencies.flatMap(crdsOf)]
}
