import type { Span } from '../../source/span.ts'
import { concat, placeOf, remade, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { Login } from '../../world/registry.ts'
import type { World } from '../../world/world.ts'

const azureSuffix = '.azurecr.io'

/** The login server of an Azure registry by its name; a hidden name may already be the whole host. */
export function azureHost(machine: Machine, name: Text): Text {
  if (holdsUnknown(name.value)) return obscured(machine.names, 'login server', name)
  const lower = remade(name, name.value.toLowerCase())
  return lower.value.includes('.') ? lower : concat(lower, spoken(azureSuffix, placeOf(lower)))
}

/** A registry accepted the cloud's own credentials. */
export function recordLogin(machine: Machine, world: World, registry: Text, at: Span): Login {
  const credential = 'other'
  return record(world, machine, { kind: 'login', registry, username: undefined, password: undefined, credential, at })
}
