/** Versions and ranges as github.com/Masterminds/semver/v3 (3.5.0) reads them. */
export interface Version {
  readonly major: bigint
  readonly minor: bigint
  readonly patch: bigint
  readonly prerelease: string
  readonly metadata: string
  readonly original: string
}

const loose =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/
const longest = 256
const largest = 2n ** 64n

/** NewVersion; undefined for what is no version. */
export function parseVersion(written: string): Version | undefined {
  if (written.length > longest) return undefined
  const match = loose.exec(written)
  if (!match) return undefined
  const [, major = '0', minor = '0', patch = '0', prerelease = '', metadata = ''] = match
  const numbers = [BigInt(major), BigInt(minor), BigInt(patch)] as const
  if (numbers.some((number) => number >= largest)) return undefined
  if (prerelease.split('.').some((part) => /^0[0-9]+$/.test(part))) return undefined
  return { major: numbers[0], minor: numbers[1], patch: numbers[2], prerelease, metadata, original: written }
}

export const showVersion = (version: Version): string =>
  `${version.major}.${version.minor}.${version.patch}${version.prerelease && `-${version.prerelease}`}${version.metadata && `+${version.metadata}`}`

const sign = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

export function compareVersions(a: Version, b: Version): number {
  const numbers = sign(a.major, b.major) || sign(a.minor, b.minor) || sign(a.patch, b.patch)
  if (numbers !== 0) return numbers
  if (a.prerelease === b.prerelease) return 0
  if (a.prerelease === '') return 1
  return b.prerelease === '' ? -1 : comparePrereleases(a.prerelease, b.prerelease)
}

function comparePrereleases(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = compareParts(left[index] ?? '', right[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function compareParts(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? -1 : 1
  const [aNumber, bNumber] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)]
  if (aNumber && bNumber) return sign(BigInt(a), BigInt(b)) || -1
  if (aNumber !== bNumber) return aNumber ? -1 : 1
  return a > b ? 1 : -1
}

interface Constraint {
  readonly operator: string
  readonly version: Version
  readonly minorDirty: boolean
  readonly patchDirty: boolean
  readonly dirty: boolean
}

export interface Range {
  readonly alternatives: readonly { readonly constraints: readonly Constraint[]; readonly prereleases: boolean }[]
}

const wild =
  'v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?(-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?'
const operators = '=||!=|>|<|>=|=>|<=|=<|~|~>|\\^'
const one = `\\s*(?:${operators})\\s*(?:${wild})\\s*`
const onlyOne = new RegExp(`^\\s*(${operators})\\s*(${wild})\\s*$`)
const found = new RegExp(`(?:=>|=<|>=|<=|!=|~>|=|>|<|~|\\^|)\\s*(?:${wild})`, 'g')
const whole = new RegExp(`^(?:${one})(?:(?:\\s+|,\\s*)(?:${operators})\\s*(?:${wild})\\s*)*$`)
const hyphen = new RegExp(`\\s*(${wild})\\s+-\\s+(${wild})\\s*`, 'g')
const longestRange = 512
const mostAlternatives = 32

/** NewConstraint; a string is Go's error message. */
export function parseRange(written: string): Range | string {
  if (written.length > longestRange) return `constraint string is too long (max ${longestRange} bytes)`
  const rewritten = written.replace(hyphen, (...match) => `>= ${match[1]}, <= ${match[6]} `)
  const parts = rewritten.split('||')
  if (parts.length > mostAlternatives) return `too many constraint groups (max ${mostAlternatives})`
  const alternatives: { constraints: Constraint[]; prereleases: boolean }[] = []
  for (const part of parts) {
    if (!whole.test(part)) return `improper constraint: ${JSON.stringify(part)}`
    const constraints: Constraint[] = []
    for (const match of part.match(found) ?? [part]) {
      const constraint = parseConstraint(match)
      if (!constraint) return 'constraint parser error'
      constraints.push(constraint)
    }
    alternatives.push({ constraints, prereleases: constraints.some((each) => each.version.prerelease !== '') })
  }
  return { alternatives }
}

const isX = (part: string): boolean => part === 'x' || part === 'X' || part === '*'

function parseConstraint(written: string): Constraint | undefined {
  const match = onlyOne.exec(written)
  if (!match) return undefined
  const [, operator = '', version = '', major = '', minor = '', patch = '', prerelease = ''] = match
  const flags = { minorDirty: false, patchDirty: false, dirty: true }
  let plain = version
  if (isX(major) || major === '') plain = `0.0.0${prerelease}`
  else if (isX(minor.slice(1)) || minor === '') {
    flags.minorDirty = true
    plain = `${major}.0.0${prerelease}`
  } else if (isX(patch.slice(1)) || patch === '') {
    flags.patchDirty = true
    plain = `${major}${minor}.0${prerelease}`
  } else flags.dirty = false
  const parsed = parseVersion(plain)
  return parsed && { operator, version: parsed, ...flags }
}

/** Whether one alternative holds. */
export const satisfies = (version: Version, range: Range): boolean =>
  range.alternatives.some(({ constraints, prereleases }) =>
    constraints.every((constraint) => (version.prerelease === '' || prereleases) && checks(version, constraint)),
  )

function checks(version: Version, constraint: Constraint): boolean {
  const { version: limit, dirty } = constraint
  const order = compareVersions(version, limit)
  switch (constraint.operator) {
    case '':
    case '=':
      return dirty ? tilde(version, constraint) : order === 0
    case '!=':
      return !equals(version, constraint)
    case '>':
      return greater(version, constraint, order)
    case '<':
      return order < 0
    case '>=':
    case '=>':
      return order >= 0
    case '<=':
    case '=<':
      return dirty ? lessOrEqual(version, constraint) : order <= 0
    case '~':
    case '~>':
      return tilde(version, constraint)
    default:
      return caret(version, constraint)
  }
}

function equals(version: Version, { version: limit, dirty, minorDirty, patchDirty }: Constraint): boolean {
  if (!dirty) return compareVersions(version, limit) === 0
  if (limit.major !== version.major) return false
  if (minorDirty) return true
  if (limit.minor !== version.minor) return false
  if (patchDirty)
    return version.prerelease === limit.prerelease || (version.prerelease === '' && limit.prerelease === '')
  return compareVersions(version, limit) === 0
}

function greater(
  version: Version,
  { version: limit, dirty, minorDirty, patchDirty }: Constraint,
  order: number,
): boolean {
  if (!dirty) return order > 0
  if (version.major !== limit.major) return version.major > limit.major
  if (minorDirty) return false
  return patchDirty ? version.minor > limit.minor : order > 0
}

const lessOrEqual = (version: Version, { version: limit, minorDirty }: Constraint): boolean =>
  version.major <= limit.major && !(version.major === limit.major && version.minor > limit.minor && !minorDirty)

function tilde(version: Version, { version: limit, minorDirty, patchDirty }: Constraint): boolean {
  if (compareVersions(version, limit) < 0) return false
  if (limit.major === 0n && limit.minor === 0n && limit.patch === 0n && !minorDirty && !patchDirty) return true
  return version.major === limit.major && (version.minor === limit.minor || minorDirty)
}

function caret(version: Version, { version: limit, minorDirty, patchDirty }: Constraint): boolean {
  if (compareVersions(version, limit) < 0) return false
  if (limit.major > 0n || minorDirty) return version.major === limit.major
  if (version.major > 0n) return false
  if (limit.minor > 0n || patchDirty) return version.minor === limit.minor
  return version.minor === 0n && limit.patch === version.patch
}

/** chartutil.IsCompatibleRange: nothing that cannot be read is compatible. */
export function isCompatible(range: string, written: string): boolean {
  const version = parseVersion(written)
  const parsed = parseRange(range)
  return version !== undefined && typeof parsed !== 'string' && satisfies(version, parsed)
}
