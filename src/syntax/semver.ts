/** A version by https://semver.org as node-semver reads it strictly (classes/semver.js): `v1.2.3-rc.1+build`. */
export interface SemanticVersion {
  readonly raw: string
  /** Without `v` and build metadata. */
  readonly version: string
  readonly major: number
  readonly minor: number
  readonly patch: number
  readonly prerelease: string | undefined
  readonly build: string | undefined
}

const number = '(0|[1-9]\\d*)'
const identifier = '(?:0|[1-9]\\d*|\\d*[a-zA-Z-][a-zA-Z0-9-]*)'
const pattern = new RegExp(
  `^v?${number}\\.${number}\\.${number}(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
)

/** Undefined for anything that is no semantic version. */
export function parseSemver(raw: string): SemanticVersion | undefined {
  const match = raw.length <= 256 ? pattern.exec(raw.trim()) : null
  if (!match) return undefined
  const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (Math.max(major, minor, patch) > Number.MAX_SAFE_INTEGER) return undefined
  const prerelease = match[4]
  const version = `${major}.${minor}.${patch}${prerelease === undefined ? '' : `-${prerelease}`}`
  return { raw, version, major, minor, patch, prerelease, build: match[5] }
}
