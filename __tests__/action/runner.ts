/**
 * What GitHub's runner makes of a step's output: its command parser, its caps and its column rules, written again from
 * actions/runner 2.336 (ActionCommand.cs, ActionCommandManager.cs, ExecutionContext.cs).
 */
export interface Seen {
  /** As a user sees them, at most ten of each kind. */
  readonly annotations: readonly Annotation[]
  /** Over the cap. */
  readonly dropped: number
  /** Any other command that was obeyed. */
  readonly commands: readonly string[]
  readonly log: readonly string[]
}

export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

const registered =
  /^(?:error|warning|notice|debug|group|endgroup|add-mask|set-output|save-state|set-env|add-path|echo|add-matcher|remove-matcher|stop-commands|internal-set-repo-path)$/i

export function seenBy(output: string): Seen {
  const annotations: Annotation[] = []
  const commands: string[] = []
  const log: string[] = []
  let dropped = 0
  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = modern(line) ?? legacy(line)
    if (!command) log.push(line)
    else if (!isAnnotation(command.name)) commands.push(command.name)
    else if (annotations.filter(({ kind }) => kind === command.name).length >= 10) dropped += 1
    else annotations.push(annotation(command.name, command))
  }
  return { annotations, dropped, commands, log }
}

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const isAnnotation = (name: string): name is Annotation['kind'] => /^(?:error|warning|notice)$/.test(name)

function modern(line: string): Command | undefined {
  const trimmed = line.trimStart()
  const end = trimmed.indexOf('::', 2)
  if (!trimmed.startsWith('::') || end < 0) return undefined
  const info = trimmed.slice(2, end)
  const space = info.indexOf(' ')
  const name = space < 0 ? info : info.slice(0, space)
  if (!registered.test(name)) return undefined
  const properties = space < 0 ? {} : propertiesOf(info.slice(space + 1).trim(), ',', unescapeProperty)
  return { name, properties, data: unescapeData(trimmed.slice(end + 2)) }
}

function legacy(line: string): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const info = line.slice(start + 3, end)
  const name = info.split(' ')[0] as string
  if (!registered.test(name)) return undefined
  return {
    name,
    properties: propertiesOf(info.slice(name.length).trim(), ';', (text) => text),
    data: line.slice(end + 1),
  }
}

function propertiesOf(text: string, separator: string, decode: (text: string) => string): Record<string, string> {
  const pairs = text.split(separator).filter((pair) => pair.includes('='))
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))]),
  )
}

const unescapeData = (text: string): string => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')

const unescapeProperty = (text: string): string => unescapeData(text.replace(/%3A/g, ':').replace(/%2C/g, ','))

function annotation(kind: Annotation['kind'], { properties, data }: Command): Annotation {
  return { kind, message: data.slice(0, 4096), properties: validated({ ...properties }) }
}

function validated(properties: Record<string, string>): Record<string, string> {
  const drop = (...names: readonly string[]): void => names.forEach((name) => void delete properties[name])
  const number = (name: string): number => Number.parseInt(properties[name] ?? '', 10)
  const [line, endLine, column, endColumn] = [number('line'), number('endLine'), number('col'), number('endColumn')]
  if (Number.isNaN(line) || (!Number.isNaN(endLine) && endLine !== line)) drop('col', 'endColumn')
  if (endLine < line) drop('line', 'endLine')
  if (endColumn < column) drop('col', 'endColumn')
  return properties
}
