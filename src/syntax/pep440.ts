/** A version by PEP 440, as @renovate/pep440 reads it (src/version.ts). */
export interface PythonVersion {
  readonly raw: string
  /** Normalised: `1.2rc1` for `v1.2-rc.1`. */
  readonly version: string
  readonly release: readonly number[]
  /** Neither pre-release nor post-release nor development release. */
  readonly final: boolean
}

const pattern = new RegExp(
  [
    '^\\s*v?(?:(\\d+)!)?(\\d+(?:\\.\\d+)*)',
    '(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\\d+)?)?',
    '(?:(?:-(\\d+))|(?:[-_.]?(post|rev|r)[-_.]?(\\d+)?))?',
    '(?:[-_.]?(dev)[-_.]?(\\d+)?)?',
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\\s*$',
  ].join(''),
  'i',
)

const letters: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' }

/** Undefined for anything that does not conform to PEP 440. */
export function parsePep440(raw: string): PythonVersion | undefined {
  const match = raw.length <= 256 ? pattern.exec(raw) : null
  if (!match) return undefined
  const [, epoch, release = '', pre, preNumber, implicitPost, post, postNumber, dev, devNumber, local] = match
  const letter = pre?.toLowerCase()
  const numbers = release.split('.').map(Number)
  const version = [
    epoch && Number(epoch) !== 0 ? `${Number(epoch)}!` : '',
    numbers.join('.'),
    letter ? `${letters[letter] ?? letter}${Number(preNumber ?? 0)}` : '',
    implicitPost !== undefined || post ? `.post${Number(implicitPost ?? postNumber ?? 0)}` : '',
    dev ? `.dev${Number(devNumber ?? 0)}` : '',
    local ? `+${local.toLowerCase().replace(/[-_]/g, '.')}` : '',
  ].join('')
  return { raw, version, release: numbers, final: !letter && implicitPost === undefined && !post && !dev }
}
