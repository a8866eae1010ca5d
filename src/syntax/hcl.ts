import type { Text } from '../source/text.ts'
import { type Dialect, readKey, readValue, type Scanner, skipBlank, skipExpression, take } from './config-scanner.ts'
import type { ConfigEntry } from './config-value.ts'

/** A body of HCL (hashicorp/hcl2 hclsyntax/spec.md), as far as its values are literal. */
export interface HclBody {
  readonly attributes: readonly ConfigEntry[]
  readonly blocks: readonly HclBlock[]
}

export interface HclBlock extends HclBody {
  readonly type: Text
  readonly labels: readonly Text[]
}

const dialect: Dialect = { quote: '"', interpolation: '${', assigns: /[=:]/, heredocs: true }
const deepest = 40
const parsed = new WeakMap<Text, HclBody>()

/** Reads a Terraform file. Never fails: what is not understood is skipped. The same text is read once. */
export function parseHcl(text: Text): HclBody {
  const known = parsed.get(text)
  if (known) return known
  const body = readBody({ text, dialect, offset: 0 }, 0)
  parsed.set(text, body)
  return body
}

function readBody(scanner: Scanner, depth: number): HclBody {
  const attributes: ConfigEntry[] = []
  const blocks: HclBlock[] = []
  for (;;) {
    skipBlank(scanner)
    if (scanner.offset >= scanner.text.value.length || (depth > 0 && take(scanner, /\}/))) return { attributes, blocks }
    const name = take(scanner, /[A-Za-z_][\w-]*/)
    if (!name) {
      skipLine(scanner)
      continue
    }
    skipBlank(scanner, false)
    if (take(scanner, /=(?!=)/)) attributes.push({ key: name, value: readValue(scanner) })
    else {
      const labels = readLabels(scanner)
      if (depth < deepest && take(scanner, /\{/)) blocks.push({ type: name, labels, ...readBody(scanner, depth + 1) })
      else skipLine(scanner)
    }
  }
}

function readLabels(scanner: Scanner): readonly Text[] {
  const labels: Text[] = []
  for (;;) {
    skipBlank(scanner, false)
    if (!/["\w]/.test(scanner.text.value[scanner.offset] ?? '')) return labels
    const label = readKey(scanner)
    if (!label) return labels
    labels.push(label)
  }
}

/** Always moves on. */
function skipLine(scanner: Scanner): void {
  const before = scanner.offset
  skipExpression(scanner)
  if (scanner.offset === before) scanner.offset += 1
}

export const blocksOf = (body: HclBody, type: string): readonly HclBlock[] =>
  body.blocks.filter((block) => block.type.value === type)
