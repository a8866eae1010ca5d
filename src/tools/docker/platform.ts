import { holdsUnknown } from '../../source/unknown.ts'
import type { Builder, Computer, Machine } from '../../world/machine.ts'
import type { Platform } from '../../world/registry.ts'

const architectures: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm/v7',
  armel: 'arm/v6',
  i386: '386',
}

/**
 * A platform in its usual form, as containerd normalises it (platforms/database.go): `arm64` and `linux/arm64/v8` are
 * `linux/arm64`, `linux/arm` is `linux/arm/v7`. Undefined where an unknown hides it.
 */
export function normalPlatform(written: string): Platform | undefined {
  if (holdsUnknown(written)) return undefined
  const parts = written.trim().toLowerCase().split('/')
  const [os, architecture, variant] = parts.length === 1 ? ['linux', parts[0] ?? '', undefined] : parts
  const known = architectures[architecture ?? ''] ?? architecture
  if (known === 'arm64' && (variant === undefined || variant === 'v8')) return `${os}/arm64`
  if (known === 'arm') return `${os}/arm/${variant ?? 'v7'}`
  if (known === 'amd64' && variant === 'v1') return `${os}/amd64`
  return variant === undefined ? `${os}/${known}` : `${os}/${known}/${variant}`
}

/** What a builder builds for when nobody says: the platform of the machine that BuildKit runs on. */
export function platformOf(computer: Computer, driver: Builder['driver']): Platform | undefined {
  const here = driver === 'docker' || driver === 'docker-container'
  if (!here || computer.architecture === undefined) return undefined
  return computer.os === 'linux' || computer.os === 'macos' ? `linux/${computer.architecture}` : undefined
}

/** Where a Docker daemon has its settings. */
export const daemonSettings = '/etc/docker/daemon.json'

/**
 * Whether the Docker daemon keeps images in its classic store, which holds neither several platforms nor attestations.
 * Docker 29 begins with the containerd store on a fresh installation; GitHub's Ubuntu images up to 24.04 went back to
 * Docker 28 (actions/runner-images#13708, #14105). Elsewhere, and with settings of somebody's own, nobody knows.
 */
export const storesClassically = ({ computer, files }: Machine): boolean =>
  computer.hosted === true &&
  computer.os === 'linux' &&
  /^ubuntu-(?:latest|2[0-4]\.04)(?:-arm)?$/.test(computer.label) &&
  files.exists(daemonSettings) !== true
