import { slice, type Text } from '../source/text.ts'
import { entriesOf, parseYaml, type YamlNode } from '../syntax/yaml.ts'
import { type ComposeService, parseCompose } from './compose.ts'
import { expanded } from './dockerfile.ts'

/** A bake file: groups of targets, and what each target says. https://docs.docker.com/build/bake/reference/ */
export interface BakeFile {
  readonly targets: ReadonlyMap<string, BakeTarget>
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/** Attributes by name; each a list of texts, a single value being a list of one. Undefined: it is computed. */
export type BakeTarget = ReadonlyMap<string, readonly Text[] | undefined>

type LookUp = (name: string) => Text | undefined

/** Reads HCL, JSON or a compose file, by its name. Variables take the value that `lookUp` gives, or their default. */
export function parseBake(path: string, text: Text, lookUp: LookUp): BakeFile {
  if (/\.json$/.test(path)) return fromJson(text)
  if (/\.ya?ml$/.test(path)) return fromCompose(parseCompose(text).services, lookUp)
  return fromBlocks(blocksOf(text), lookUp)
}

function fromJson(text: Text): BakeFile {
  const root = parseYaml(text)[0]?.root
  const targets = entriesOf(root, 'target').map(({ key, value }) => [key.text.value, attributesOf(value)] as const)
  const groups = entriesOf(root, 'group').map(
    ({ key, value }) => [key.text.value, (attributesOf(value).get('targets') ?? []).map((one) => one.value)] as const,
  )
  return { targets: new Map(targets), groups: new Map(groups) }
}

const attributesOf = (node: YamlNode | undefined): BakeTarget =>
  new Map(
    entriesOf(node).map(({ key, value }) => {
      if (value?.kind === 'scalar') return [key.text.value, [value.text]]
      const items = value?.kind === 'list' ? value.items : []
      return [key.text.value, items.flatMap((item) => (item?.kind === 'scalar' ? [item.text] : []))]
    }),
  )

function fromCompose(services: readonly ComposeService[], lookUp: LookUp): BakeFile {
  const value = (text: Text | undefined): readonly Text[] | undefined => {
    const known = text && expanded(text, lookUp)
    return known && [known]
  }
  const targets = services.flatMap((service) => {
    if (!service.build) return []
    const { build } = service
    const entries: [string, readonly Text[] | undefined][] = [
      ['tags', value(service.image)],
      ['platforms', build.platforms],
    ]
    for (const name of ['context', 'dockerfile', 'target'] as const)
      if (build[name]) entries.push([name, value(build[name])])
    return [[service.name.value, new Map(entries)] as const]
  })
  return { targets: new Map(targets), groups: new Map([['default', targets.map(([name]) => name)]]) }
}

interface Block {
  readonly type: string
  readonly label: string
  readonly body: ReadonlyMap<string, readonly Text[] | undefined>
}

/** The blocks of HCL that bake knows. Of what they hold, strings and lists are read; functions and objects are passed over. */
function blocksOf(text: Text): readonly Block[] {
  const heads = [...text.value.matchAll(/^[ \t]*(target|group|variable)[ \t]+"([^"\n]*)"[ \t]*\{/gm)]
  return heads.map((head) => ({
    type: head[1] ?? '',
    label: head[2] ?? '',
    body: attributesIn(text, head.index + head[0].length),
  }))
}

const attributePattern = /([\w-]+)[ \t]*=[ \t]*(\[[^\]]*\]|"(?:[^"\\\n]|\\.)*"|[^\n}]*)/y

/** The attributes from an opening brace to its closing one, without those of braces within. */
function attributesIn(text: Text, start: number): ReadonlyMap<string, readonly Text[] | undefined> {
  const found = new Map<string, readonly Text[] | undefined>()
  const { value } = text
  let depth = 0
  for (let offset = start; offset < value.length && depth >= 0; ) {
    attributePattern.lastIndex = offset
    const match = depth === 0 && /[\s,{]/.test(value[offset - 1] ?? '') ? attributePattern.exec(value) : null
    if (match) {
      const written = match[2] ?? ''
      const from = offset + match[0].length - written.length
      found.set(match[1] ?? '', valuesIn(slice(text, from, from + written.length)))
      offset = written.startsWith('{') ? from : offset + match[0].length
    } else if (value[offset] === '"') offset = stringEnd(value, offset)
    else if (value[offset] === '#') offset = Math.max(offset + 1, value.indexOf('\n', offset))
    else {
      if (value[offset] === '{') depth += 1
      if (value[offset] === '}') depth -= 1
      offset += 1
    }
  }
  return found
}

function stringEnd(value: string, start: number): number {
  let offset = start + 1
  while (offset < value.length && value[offset] !== '"' && value[offset] !== '\n')
    offset += value[offset] === '\\' ? 2 : 1
  return offset + 1
}

/** The quoted strings of a value, with their quotes; undefined where anything else decides. */
function valuesIn(value: Text): readonly Text[] | undefined {
  const strings = [...value.value.matchAll(/"(?:[^"\\\n]|\\.)*"/g)]
  const rest = value.value
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '')
    .replace(/(?:#|\/\/).*/g, '')
    .trim()
  if (strings.length === 0 && /^[\w-]+$/.test(rest)) return [value]
  if (!/^[[\],\s]*$/.test(rest)) return undefined
  return strings.map((match) => slice(value, match.index, match.index + match[0].length))
}

function fromBlocks(blocks: readonly Block[], lookUp: LookUp): BakeFile {
  const defaults = new Map(
    blocks.filter((block) => block.type === 'variable').map((block) => [block.label, block.body.get('default')?.[0]]),
  )
  const variable = (name: string): Text | undefined => {
    const fallback = defaults.get(name)
    return lookUp(name) ?? (fallback && literalOf(fallback))
  }
  const targets = new Map<string, BakeTarget>()
  const groups = new Map<string, readonly string[]>()
  for (const { type, label, body } of blocks) {
    if (type === 'group')
      groups.set(
        label,
        (body.get('targets') ?? []).map((one) => literalOf(one).value),
      )
    if (type === 'target')
      targets.set(label, new Map([...body].map(([key, values]) => [key, evaluated(values, variable)])))
  }
  return { targets, groups }
}

/** A string without its quotes. */
const literalOf = (text: Text): Text => (text.value.startsWith('"') ? slice(text, 1, text.value.length - 1) : text)

/** Strings with their variables in; a bare word is a variable, unless it is `true`, `false` or a number. */
function evaluated(values: readonly Text[] | undefined, variable: LookUp): readonly Text[] | undefined {
  const known = (values ?? [undefined]).map((value) => {
    if (!value) return undefined
    if (!value.value.startsWith('"'))
      return /^(?:true|false|null|\d+)$/.test(value.value) ? value : variable(value.value)
    return /\\/.test(value.value) ? undefined : expanded(literalOf(value), variable)
  })
  return known.every((one) => one !== undefined) ? known : undefined
}

/** A target with what it inherits, the nearest last. */
export function resolveTarget(file: BakeFile, name: string, depth = 0): BakeTarget | undefined {
  const target = file.targets.get(name)
  if (!target || depth > 8) return target
  const inherited = (target.get('inherits') ?? []).map((one) => resolveTarget(file, one.value, depth + 1) ?? new Map())
  return new Map([...inherited.flatMap((one) => [...one]), ...target])
}

/** The names of the targets that a command builds: groups taken apart, `default` if nothing is named. */
export function targetsNamed(file: BakeFile, names: readonly string[], depth = 0): readonly string[] {
  const wanted = names.length > 0 ? names : ['default']
  return [
    ...new Set(
      wanted.flatMap((name) => {
        const group = depth < 8 ? file.groups.get(name) : undefined
        return group ? targetsNamed(file, group.length > 0 ? group : [name], depth + 1) : [name]
      }),
    ),
  ]
}

/** Several files: what a later one says of a target wins. */
export const mergeBake = (files: readonly BakeFile[]): BakeFile => ({
  groups: new Map(files.flatMap((file) => [...file.groups])),
  targets: files.reduce<ReadonlyMap<string, BakeTarget>>((merged, file) => {
    const names = new Map(merged)
    for (const [name, target] of file.targets) names.set(name, new Map([...(names.get(name) ?? []), ...target]))
    return names
  }, new Map()),
})
