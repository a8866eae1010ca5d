import type { Version } from '../tool.ts'

/** Whether an action is that version or a later one. A version that is open (`v5`, a branch) means the newest of it. */
export function isAtLeast(version: Version | undefined, major: number, minor = 0, patch = 0): boolean {
  if (!version) return true
  if (version.major !== major) return version.major > major
  const [ownMinor, ownPatch] = [version.minor ?? Number.POSITIVE_INFINITY, version.patch ?? Number.POSITIVE_INFINITY]
  return ownMinor !== minor ? ownMinor > minor : ownPatch >= patch
}
