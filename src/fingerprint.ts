import type { Finding } from './finding.ts'
import { spanText } from './source/span.ts'

/** By path, then by place, then by rule: the order in which findings are reported. */
export function byPlace(a: Omit<Finding, 'fingerprint'>, b: Omit<Finding, 'fingerprint'>): number {
  return (
    compareText(a.at.source.path, b.at.source.path) ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The findings in order, each with a name that stays the same when lines are inserted above: rule, path, marked text, and
 * the how-manieth of its like it is.
 */
export function withFingerprints(findings: readonly Omit<Finding, 'fingerprint'>[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.toSorted(byPlace).map((finding) => {
    const key = `${finding.rule}\0${finding.at.source.path}\0${markedText(finding)}`
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    return { ...finding, fingerprint: hash(`${key}\0${ordinal}`) }
  })
}

/** A mark may be a whole document; its beginning and its length tell it apart well enough. */
function markedText({ at }: Pick<Finding, 'at'>): string {
  const text = spanText(at)
  return text.length <= 500 ? text : `${text.slice(0, 500)}\0${text.length}`
}

/** FNV-1a with 64 bits over UTF-16 units, as 16 hexadecimal digits. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index += 1)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n)
  return value.toString(16).padStart(16, '0')
}
