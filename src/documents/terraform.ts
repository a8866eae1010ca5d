import { placeOf, type Text } from '../source/text.ts'
import { type HclBlock, type HclBody, type HclValue, parseHcl } from '../syntax/hcl.ts'

/** The Terraform files of a repository: every folder is a module. */
export interface Terraform {
  readonly modules: ReadonlyMap<string, TerraformModule>
  readonly variableFiles: readonly VariableFile[]
  /** Variables that a command line, an environment or another tool may give any value. */
  readonly given: ReadonlySet<string>
  /** What was found out about variables and modules on the way. */
  readonly variables: Map<string, readonly Meaning[] | undefined>
  readonly conditional: Map<string, boolean>
  readonly calls: Map<string, readonly ModuleCall[]>
}

export interface TerraformModule {
  /** Without a slash at the end; '' for the root. */
  readonly folder: string
  readonly blocks: readonly HclBlock[]
}

interface VariableFile {
  readonly folder: string
  /** Terraform reads it by itself: `terraform.tfvars`, `*.auto.tfvars`. */
  readonly automatic: boolean
  readonly body: HclBody
}

/** Reads `*.tf` and `*.tfvars`; in any other file only what it gives to variables. */
export function readTerraform(files: readonly Text[]): Terraform {
  const modules = new Map<string, TerraformModule>()
  const variableFiles: VariableFile[] = []
  const given = new Set<string>()
  for (const file of files) {
    const { path } = placeOf(file).source
    const folder = folderOf(path)
    if (path.endsWith('.tf')) {
      const blocks = [...(modules.get(folder)?.blocks ?? []), ...parseHcl(file).blocks]
      modules.set(folder, { folder, blocks })
    } else if (path.endsWith('.tfvars')) {
      const automatic = /(?:^|\/)terraform\.tfvars$|\.auto\.tfvars$/.test(path)
      variableFiles.push({ folder, automatic, body: parseHcl(file) })
    } else for (const name of variablesGivenBy(path, file)) given.add(name)
  }
  return { modules, variableFiles, given, variables: new Map(), conditional: new Map(), calls: new Map() }
}

/** `TF_VAR_size=…` and `-var size=…` in scripts and workflows, keys of `*.tfvars.json`, the inputs of a terragrunt.hcl. */
function variablesGivenBy(path: string, file: Text): readonly string[] {
  if (path.endsWith('.hcl')) {
    const inputs = parseHcl(file).attributes.get('inputs')
    return inputs?.kind === 'object' ? [...inputs.entries.keys()] : []
  }
  const pattern = path.endsWith('.tfvars.json') ? /"([\w-]+)"\s*:/g : /\bTF_VAR_(\w+)|-var[ =]+\\?["']?([\w-]+)=/g
  return [...file.value.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '')
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

export const resourcesOf = (module: TerraformModule, type: string): readonly HclBlock[] =>
  module.blocks.filter((block) => block.type === 'resource' && block.labels[0] === type)

export const blocksOf = (body: HclBody, type: string): readonly HclBlock[] =>
  body.blocks.filter((block) => block.type === type)

/** Blocks of a type that are made in a loop: how many there are, and of what, nobody knows. */
export const isDynamic = (body: HclBody, type: string): boolean =>
  body.blocks.some((block) => block.type === 'dynamic' && block.labels[0] === type)

/** A value, and the module whose variables it may name. */
export interface Meaning {
  readonly value: HclValue
  readonly module: TerraformModule
}

const mostPossibilities = 100
const longestChain = 40

/**
 * What an expression may stand for, never a reference; undefined when it may be anything. A variable stands for what the calls
 * of its module give it, or for its default and what the `*.tfvars` around it say.
 */
export function possibilities(
  terraform: Terraform,
  module: TerraformModule,
  value: HclValue | undefined,
  chain = 0,
): readonly Meaning[] | undefined {
  if (!value || value.kind === 'other' || chain > longestChain) return undefined
  if (value.kind !== 'reference') return [{ value, module }]
  const [kind, name, ...rest] = value.path
  if (name === undefined) return undefined
  const found =
    kind === 'var'
      ? ofVariable(terraform, module, name, chain + 1)
      : kind === 'local'
        ? possibilities(terraform, module, localOf(module, name), chain + 1)
        : undefined
  return all(found?.map((one) => within(terraform, one, rest, chain + 1)))
}

function localOf(module: TerraformModule, name: string): HclValue | undefined {
  const found = module.blocks.find((block) => block.type === 'locals' && block.body.attributes.has(name))
  return found?.body.attributes.get(name)
}

/** `var.node.size`: what stands at a path of names in an object. */
function within(
  terraform: Terraform,
  { value, module }: Meaning,
  path: readonly string[],
  chain: number,
): readonly Meaning[] | undefined {
  const [name, ...rest] = path
  if (name === undefined) return possibilities(terraform, module, value, chain)
  if (value.kind !== 'object') return undefined
  const found = possibilities(terraform, module, value.entries.get(name), chain + 1)
  return all(found?.map((one) => within(terraform, one, rest, chain + 1)))
}

/** All of them, or nothing when one of them is not known. */
function all<T>(lists: readonly (readonly T[] | undefined)[] | undefined): readonly T[] | undefined {
  if (!lists || lists.includes(undefined)) return undefined
  const values = lists.flatMap((list) => list ?? [])
  return values.length <= mostPossibilities ? values : undefined
}

function ofVariable(
  terraform: Terraform,
  module: TerraformModule,
  name: string,
  chain: number,
): readonly Meaning[] | undefined {
  const key = `${module.folder}\0${name}`
  if (terraform.variables.has(key)) return terraform.variables.get(key)
  // A variable that is given its own value from a call of its own module is nothing that Terraform accepts.
  terraform.variables.set(key, undefined)
  const found = valuesOfVariable(terraform, module, name, chain)
  terraform.variables.set(key, found)
  return found
}

function valuesOfVariable(
  terraform: Terraform,
  module: TerraformModule,
  name: string,
  chain: number,
): readonly Meaning[] | undefined {
  const declared = module.blocks.find((block) => block.type === 'variable' && block.labels[0] === name)
  const byDefault = declared?.body.attributes.get('default')
  const calls = callsOf(terraform, module)
  if (calls.length > 0)
    return all(
      calls.map(({ caller, block }) => {
        const given = block.body.attributes.get(name)
        return given
          ? possibilities(terraform, caller, given, chain)
          : possibilities(terraform, module, byDefault, chain)
      }),
    )
  if (terraform.given.has(name)) return undefined
  const near = terraform.variableFiles.filter(
    (file) => isNear(file.folder, module.folder) && file.body.attributes.has(name),
  )
  const replaced = near.some((file) => file.automatic && file.folder === module.folder)
  const withoutDefault = replaced || (near.length > 0 && !byDefault)
  const values = [...(withoutDefault ? [] : [byDefault]), ...near.map((file) => file.body.attributes.get(name))]
  return all(values.map((one) => possibilities(terraform, module, one, chain)))
}

/** Files for `-var-file` stand beside a module, below it, or in a folder next to it. */
const isNear = (folder: string, module: string): boolean => {
  const parent = folderOf(module)
  return folder === module || parent === '' || folder === parent || folder.startsWith(`${parent}/`)
}

interface ModuleCall {
  readonly caller: TerraformModule
  readonly block: HclBlock
}

function callsOf(terraform: Terraform, module: TerraformModule): readonly ModuleCall[] {
  const known = terraform.calls.get(module.folder)
  if (known) return known
  const calls = [...terraform.modules.values()].flatMap((caller) =>
    caller.blocks
      .filter((block) => block.type === 'module' && calledFolder(caller, block) === module.folder)
      .map((block) => ({ caller, block })),
  )
  terraform.calls.set(module.folder, calls)
  return calls
}

/** The folder of a local module; undefined for one from a registry. */
function calledFolder(caller: TerraformModule, block: HclBlock): string | undefined {
  const source = block.body.attributes.get('source')
  if (source?.kind !== 'string' || !/^\.\.?(?:\/|$)/.test(source.text.value)) return undefined
  const parts: string[] = []
  for (const part of `${caller.folder}/${source.text.value}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Whether a block is there on a condition, or any number of times: itself, or a call of its module. */
export const isConditional = (terraform: Terraform, module: TerraformModule, block: HclBlock): boolean =>
  isRepeated(block) || isModuleConditional(terraform, module)

function isRepeated({ body: { attributes } }: HclBlock): boolean {
  const count = attributes.get('count')
  return attributes.has('for_each') || (count !== undefined && !(count.kind === 'number' && count.value > 0))
}

function isModuleConditional(terraform: Terraform, module: TerraformModule): boolean {
  const known = terraform.conditional.get(module.folder)
  if (known !== undefined) return known
  terraform.conditional.set(module.folder, true)
  const found = callsOf(terraform, module).some(({ caller, block }) => isConditional(terraform, caller, block))
  terraform.conditional.set(module.folder, found)
  return found
}

/** The one string an expression stands for; undefined when it may be several. */
export function stringOf(terraform: Terraform, module: TerraformModule, value: HclValue | undefined): Text | undefined {
  const [first, ...rest] = stringsOf(terraform, module, value) ?? []
  return rest.every((one) => one.value === first?.value) ? first : undefined
}

/** The strings an expression may stand for; of a list, any of its items. Undefined where they are not all known. */
export function stringsOf(
  terraform: Terraform,
  module: TerraformModule,
  value: HclValue | undefined,
): readonly Text[] | undefined {
  const items = possibilities(terraform, module, value)?.map((one) =>
    one.value.kind === 'list' ? all(one.value.items.map((item) => possibilities(terraform, one.module, item))) : [one],
  )
  const strings = all(items)?.map((one) => (one.value.kind === 'string' ? one.value.text : undefined))
  const known = strings?.filter((text) => text !== undefined)
  return known && known.length > 0 && known.length === strings?.length ? known : undefined
}
