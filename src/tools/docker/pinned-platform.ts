import { type Dockerfile, expanded, lineageOf, stageBuilt } from '../../documents/dockerfile.ts'
import type { Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Platform } from '../../world/registry.ts'
import { normalPlatform } from './platform.ts'

/**
 * The platform that `FROM --platform=` of the stage built (or of one it builds on) ties the image to, whatever the build
 * asks for. `none`: it follows the build.
 */
export function pinnedPlatform(
  dockerfile: Dockerfile | undefined,
  target: Text | undefined,
  buildArguments: ReadonlyMap<string, Text>,
): Platform | 'none' | 'unknown' {
  const stage = dockerfile && !holdsUnknown(target?.value ?? '') && stageBuilt(dockerfile, target?.value)
  if (!stage) return 'unknown'
  const written = lineageOf(dockerfile, stage).find((one) => one.platform)?.platform
  if (!written || /^\$\{?TARGETPLATFORM\}?$/.test(written.value)) return 'none'
  const defaults = new Map(dockerfile.arguments.map((one) => [one.name.value, one.value]))
  const platform = expanded(written, (name) => buildArguments.get(name) ?? defaults.get(name))
  return (platform?.value && normalPlatform(platform.value)) || 'unknown'
}
