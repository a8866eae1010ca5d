import type { Span } from '../source/span.ts'
import { holdsUnknown } from '../source/unknown.ts'
import type { Computer } from '../world/machine.ts'

/**
 * GitHub's own runner labels (actions/runner-images README): `-arm` images are arm64, macOS images from 14 on too.
 * Everything else is somebody's own machine or a larger runner with a name of its own.
 */
export function computerOf(labels: readonly string[], at: Span): Computer {
  const label = labels.join(', ')
  const lower = labels.map((one) => one.toLowerCase())
  if (lower.includes('self-hosted') || lower.length !== 1 || holdsUnknown(label)) {
    return {
      os: osIn(lower),
      architecture: architectureIn(lower),
      hosted: lower.includes('self-hosted') ? false : undefined,
      label,
      at,
    }
  }
  const name = lower[0] as string
  if (/^ubuntu-(?:latest|slim|\d+\.\d+)$/.test(name))
    return { os: 'linux', architecture: 'amd64', hosted: true, label, at }
  if (/^ubuntu-\d+\.\d+-arm$/.test(name)) return { os: 'linux', architecture: 'arm64', hosted: true, label, at }
  if (/^windows-(?:latest|\d+)$/.test(name)) return { os: 'windows', architecture: 'amd64', hosted: true, label, at }
  if (/^macos-/.test(name)) return { os: 'macos', architecture: macArchitecture(name), hosted: true, label, at }
  return { os: osIn(lower), architecture: architectureIn(lower), hosted: undefined, label, at }
}

const macArchitecture = (name: string): 'amd64' | 'arm64' =>
  /-(?:13|12|11|large|intel)\b/.test(name) ? 'amd64' : 'arm64'

/** Self-hosted runners carry these labels by default. */
const osIn = (labels: readonly string[]): Computer['os'] =>
  labels.includes('linux')
    ? 'linux'
    : labels.includes('windows')
      ? 'windows'
      : labels.includes('macos')
        ? 'macos'
        : undefined

const architectureIn = (labels: readonly string[]): Computer['architecture'] =>
  labels.includes('x64') ? 'amd64' : labels.includes('arm64') ? 'arm64' : undefined
