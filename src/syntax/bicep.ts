import type { Text } from '../source/text.ts'
import { type Dialect, readString, readValue, type Scanner, skipBlank, skipExpression, take } from './config-scanner.ts'
import type { ConfigEntry, ConfigValue } from './config-value.ts'

/** What a Bicep file declares, as far as it is literal. */
export interface BicepFile {
  readonly resources: readonly BicepResource[]
  /** Parameters with their defaults, and variables. */
  readonly values: readonly ConfigEntry[]
}

export interface BicepResource {
  /** The name that other declarations use. */
  readonly symbol: Text
  /** `Microsoft.ContainerService/managedClusters`, without its version. */
  readonly type: string
  readonly body: ConfigValue
}

const dialect: Dialect = { quote: "'", interpolation: '${', assigns: /:/, heredocs: false }

/** Reads a Bicep file. Never fails: what is not understood is skipped. */
export function parseBicep(text: Text): BicepFile {
  const scanner: Scanner = { text, dialect, offset: 0 }
  const resources: BicepResource[] = []
  const values: ConfigEntry[] = []
  while (scanner.offset < text.value.length) {
    skipBlank(scanner)
    const keyword = take(scanner, /(?:resource|param|var)\b/)?.value
    skipBlank(scanner, false)
    const symbol = keyword && take(scanner, /\w+/)
    if (symbol && keyword === 'resource') resources.push(...readResource(scanner, symbol))
    else if (symbol) values.push(...readDefault(scanner, symbol))
    const before = scanner.offset
    skipExpression(scanner)
    if (scanner.offset === before) scanner.offset += 1
  }
  return { resources, values }
}

function readResource(scanner: Scanner, symbol: Text): readonly BicepResource[] {
  skipBlank(scanner, false)
  const type = scanner.text.value[scanner.offset] === "'" ? readString(scanner) : undefined
  take(scanner, /\s*(?:existing\s*)?=\s*(?:if\s*\([^\n]*?\)\s*)?/)
  const body = readValue(scanner)
  return type?.kind === 'string' ? [{ symbol, type: type.text.value.split('@')[0] as string, body }] : []
}

/** `param size string = 'x'`, `var size = 'x'`. */
function readDefault(scanner: Scanner, symbol: Text): readonly ConfigEntry[] {
  take(scanner, /[^\n=]*/)
  return take(scanner, /=(?!=)/) ? [{ key: symbol, value: readValue(scanner) }] : []
}
