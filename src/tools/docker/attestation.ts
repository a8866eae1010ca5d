import { placeOf, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { attribute, attributesOf } from '../../syntax/csv-list.ts'
import type { Machine } from '../../world/machine.ts'
import type { Attestations } from '../../world/registry.ts'
import { goBoolean } from './decision.ts'

/** What a build says about attestations. */
export interface AttestationSettings {
  readonly provenance: Text | undefined
  readonly sbom: Text | undefined
  readonly attests: readonly Text[]
  /** Whether the tool adds provenance when nobody asks for or against it. */
  readonly byDefault: boolean
  /** Whether `BUILDX_NO_DEFAULT_ATTESTATIONS` counts: actions that pass provenance themselves overrule it. */
  readonly obeysEnvironment: boolean
}

/**
 * Which attestations lie beside an image. An explicit one wins over defaults, whatever the builder makes of it
 * (docker/buildx build/opt.go, util/buildflags/attests.go; docker/build-push-action src/context.ts getAttestArgs).
 */
export function attestationsOf(settings: AttestationSettings, machine: Machine): Attestations {
  const asked = [
    ...(settings.provenance?.value ? [stated(settings.provenance)] : []),
    ...(settings.sbom?.value ? [stated(settings.sbom)] : []),
    ...settings.attests.map((attest) => statedIn(attest)),
  ]
  const on = asked.find((one) => one.on === true)
  if (on) return { kind: 'asked', at: placeOf(on.text) }
  if (asked.some((one) => one.on === undefined)) return { kind: 'unknown' }
  const provenanceStated = Boolean(settings.provenance?.value) || settings.attests.some(isProvenance)
  if (provenanceStated || !settings.byDefault) return { kind: 'none' }
  if (!settings.obeysEnvironment) return { kind: 'default' }
  const off = machine.variables.get('BUILDX_NO_DEFAULT_ATTESTATIONS')
  if (!off?.exported || off.text.value === '') return { kind: 'default' }
  if (holdsUnknown(off.text.value)) return { kind: 'unknown' }
  return goBoolean(off.text.value) ? { kind: 'none' } : { kind: 'default' }
}

interface Stated {
  readonly text: Text
  readonly on: boolean | undefined
}

/** `true`, `false`, or attributes such as `mode=max`, which ask for it. */
function stated(text: Text): Stated {
  if (holdsUnknown(text.value)) return { text, on: undefined }
  const disabled = attribute(attributesOf(text), 'disabled')
  return { text, on: (goBoolean(text.value.trim()) ?? true) && goBoolean(disabled?.value ?? 'false') !== true }
}

const statedIn = (text: Text): Stated => {
  if (holdsUnknown(text.value)) return { text, on: undefined }
  return { text, on: goBoolean(attribute(attributesOf(text), 'disabled')?.value ?? 'false') !== true }
}

const isProvenance = (attest: Text): boolean => attribute(attributesOf(attest), 'type')?.value === 'provenance'
