import { placeOf, type Text } from '../source/text.ts'
import { type AzureValue, type BicepDeclaration, parseBicep } from '../syntax/bicep.ts'
import { at, entriesOf, itemsOf, parseYaml, rawText, textOf, type YamlNode } from '../syntax/yaml.ts'

/** A Bicep file or an ARM template, as far as its resources go. */
export interface AzureTemplate {
  readonly path: string
  /** Defaults; undefined for a parameter without one. */
  readonly parameters: ReadonlyMap<string, AzureValue | undefined>
  readonly variables: ReadonlyMap<string, AzureValue>
  readonly resources: readonly AzureResource[]
  readonly modules: readonly AzureModule[]
}

export interface AzureResource {
  /** Symbolic name; in ARM templates ''. */
  readonly symbol: string
  /** Lower-case, without the version: `microsoft.containerservice/managedclusters`. */
  readonly type: string
  readonly conditional: boolean
  readonly body: AzureValue
  readonly head: Text
}

interface AzureModule {
  readonly path: string
  readonly conditional: boolean
  readonly parameters: AzureValue | undefined
}

/** Values of parameters by name, from `*.bicepparam` and `*.parameters.json`. */
type ParameterFiles = readonly ReadonlyMap<string, AzureValue | undefined>[]

export interface AzureTemplates {
  readonly templates: readonly AzureTemplate[]
  readonly parameterFiles: ParameterFiles
  /** Parameters that a command line may give any value. */
  readonly given: ReadonlySet<string>
}

/**
 * Reads `*.bicep`, `*.bicepparam` and JSON files that are ARM templates or parameters for them; in files that deploy templates,
 * what they give to parameters.
 */
export function readAzureTemplates(files: readonly Text[]): AzureTemplates {
  const templates: AzureTemplate[] = []
  const parameterFiles: ReadonlyMap<string, AzureValue | undefined>[] = []
  const given = new Set<string>()
  for (const file of files) {
    const { path } = placeOf(file).source
    if (path.endsWith('.bicep')) templates.push(bicepTemplate(path, parseBicep(file)))
    else if (path.endsWith('.bicepparam')) parameterFiles.push(parametersOf(parseBicep(file)))
    else if (path.endsWith('.json') && file.value.includes('schema.management.azure.com')) {
      const root = parseYaml(file)[0]?.root
      if (/deploymentParameters\.json/i.test(textOf(root, '$schema')?.value ?? ''))
        parameterFiles.push(
          new Map(
            entriesOf(root, 'parameters').map(({ key, value }) => [key.text.value, armValue(at(value, 'value'))]),
          ),
        )
      else templates.push(armTemplate(path, root))
    } else if (deploys.test(file.value)) for (const [, name = ''] of file.value.matchAll(/\b(\w+)=/g)) given.add(name)
  }
  return { templates, parameterFiles, given }
}

/** `az deployment group create --parameters size=…`, and the actions that do the same. */
const deploys = /\baz (?:deployment|stack) |arm-deploy|bicep-deploy|New-Az\w*Deployment/

const ofKind = (
  declarations: readonly BicepDeclaration[],
  kind: BicepDeclaration['kind'],
): readonly BicepDeclaration[] => declarations.filter((one) => one.kind === kind)

const parametersOf = (declarations: readonly BicepDeclaration[]): ReadonlyMap<string, AzureValue | undefined> =>
  new Map(ofKind(declarations, 'param').map(({ name, value }) => [name, value]))

const typeOf = (written: string): string => (written.split('@')[0] ?? '').toLowerCase()

function bicepTemplate(path: string, declarations: readonly BicepDeclaration[]): AzureTemplate {
  return {
    path,
    parameters: parametersOf(declarations),
    variables: new Map(ofKind(declarations, 'var').map(({ name, value }) => [name, value ?? { kind: 'other' }])),
    resources: ofKind(declarations, 'resource')
      .filter(({ head }) => !/\bexisting$/.test(head.value))
      .map(({ name, of, conditional, value, head }) => ({
        symbol: name,
        type: typeOf(of),
        conditional,
        body: value ?? { kind: 'other' },
        head,
      })),
    modules: ofKind(declarations, 'module').map(({ of, conditional, value }) => ({
      path: joined(path, of),
      conditional,
      parameters: value?.kind === 'object' ? value.entries.get('params') : { kind: 'other' },
    })),
  }
}

/** The path of a module that a file names. */
function joined(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function armTemplate(path: string, root: YamlNode | undefined): AzureTemplate {
  return {
    path,
    parameters: new Map(
      entriesOf(root, 'parameters').map(({ key, value }) => [key.text.value, armValue(at(value, 'defaultValue'))]),
    ),
    variables: new Map(
      entriesOf(root, 'variables').map(({ key, value }) => [key.text.value, armValue(value) ?? { kind: 'other' }]),
    ),
    resources: resourceNodes(root).map((node) => ({
      symbol: '',
      type: typeOf(textOf(node, 'type')?.value ?? ''),
      conditional: at(node, 'condition') !== undefined || at(node, 'copy') !== undefined,
      body: armValue(node) ?? { kind: 'other' },
      head: headText(node),
    })),
    modules: [],
  }
}

const headText = (node: YamlNode): Text =>
  node.kind === 'map' && node.entries[0] ? rawText(node.entries[0].key) : rawText(node)

/** Resources are a list, or since language version 2.0 a map. */
const resourceNodes = (root: YamlNode | undefined): readonly YamlNode[] => [
  ...itemsOf(root, 'resources'),
  ...entriesOf(root, 'resources').flatMap(({ value }) => (value ? [value] : [])),
]

function armValue(node: YamlNode | undefined): AzureValue | undefined {
  if (!node) return undefined
  if (node.kind === 'list')
    return { kind: 'list', items: node.items.map((item) => armValue(item) ?? { kind: 'other' }) }
  if (node.kind === 'map')
    return {
      kind: 'object',
      complete: !node.entries.some(({ key }) => key.text.value === 'copy'),
      entries: new Map(node.entries.map(({ key, value }) => [key.text.value, armValue(value) ?? { kind: 'other' }])),
    }
  if (node.style === 'plain' && /^(?:true|false)$/.test(node.text.value))
    return { kind: 'boolean', value: node.text.value === 'true' }
  const { value } = node.text
  if (!value.startsWith('[') || value.startsWith('[[')) return { kind: 'string', text: node.text }
  const name = /^\[(?:parameters|variables)\('([^']*)'\)\]$/.exec(value)?.[1]
  return name === undefined ? { kind: 'other' } : { kind: 'reference', path: [name] }
}

/**
 * What an expression of a template may stand for; undefined when it may be anything. A parameter stands for its default and for
 * what parameter files say, or for what the modules that use the template give it.
 */
export function azureValues(
  all: AzureTemplates,
  template: AzureTemplate,
  value: AzureValue | undefined,
  chain = 0,
): readonly AzureValue[] | undefined {
  if (!value || value.kind === 'other' || chain > longestChain) return undefined
  if (value.kind !== 'reference') return [value]
  const [name = '', ...rest] = value.path
  if (rest.length > 0) return undefined
  const variable = template.variables.get(name)
  if (variable) return azureValues(all, template, variable, chain + 1)
  if (!template.parameters.has(name)) return undefined
  const users = all.templates.flatMap((user) =>
    user.modules.filter((one) => one.path === template.path).map((one) => ({ user, given: one.parameters })),
  )
  const byDefault = template.parameters.get(name)
  if (users.length === 0 && all.given.has(name)) return undefined
  const lists =
    users.length > 0
      ? users.map(({ user, given }) => givenValues(all, template, user, given, name, chain))
      : [
          ...all.parameterFiles.filter((file) => file.has(name)).map((file) => simple(file.get(name))),
          azureValues(all, template, byDefault, chain + 1),
        ]
  if (lists.includes(undefined)) return undefined
  const values = lists.flatMap((list) => list ?? [])
  return values.length <= mostValues ? values : undefined
}

const longestChain = 5
const mostValues = 100

const simple = (value: AzureValue | undefined): readonly AzureValue[] | undefined =>
  value && value.kind !== 'other' && value.kind !== 'reference' ? [value] : undefined

function givenValues(
  all: AzureTemplates,
  template: AzureTemplate,
  user: AzureTemplate,
  given: AzureValue | undefined,
  name: string,
  chain: number,
): readonly AzureValue[] | undefined {
  if (given && given.kind !== 'object') return undefined
  const argument = given?.entries.get(name)
  if (!argument && given && !given.complete) return undefined
  // A list or an object may name what only the user of the module knows.
  const values = argument
    ? azureValues(all, user, argument, chain + 1)
    : azureValues(all, { ...template, path: '' }, template.parameters.get(name), chain + 1)
  return values?.every((one) => one.kind === 'string' || one.kind === 'boolean') ? values : undefined
}

/** The strings an expression may stand for. */
export function azureTexts(
  all: AzureTemplates,
  template: AzureTemplate,
  value: AzureValue | undefined,
): readonly Text[] | undefined {
  const texts = azureValues(all, template, value)?.map((one) => (one.kind === 'string' ? one.text : undefined))
  const known = texts?.filter((text) => text !== undefined)
  return known && known.length > 0 && known.length === texts?.length ? known : undefined
}

/** Whether something uses the template only on a condition. */
export const isConditionalTemplate = (all: AzureTemplates, template: AzureTemplate): boolean =>
  all.templates.some((user) => user.modules.some((one) => one.path === template.path && one.conditional))
