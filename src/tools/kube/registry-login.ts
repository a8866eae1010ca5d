import type { Span } from '../../source/span.ts'
import { concat, placeOf, remade, spoken, type Text, trim } from '../../source/text.ts'
import { holdsUnknown, isOneUnknown, obscured } from '../../source/unknown.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { Login } from '../../world/registry.ts'
import type { World } from '../../world/world.ts'
import { logIn } from '../docker/login.ts'
import type { Call } from '../tool.ts'
import { isOn, lastOf, type Options } from './options.ts'

const azureSuffix = '.azurecr.io'

/**
 * The login server of an Azure registry by its name, as far as it is certain. A hidden name may be the whole host already,
 * unless it is called a name.
 */
export function azureHost(machine: Machine, name: Text): Text {
  const suffixed = concat(name, spoken(azureSuffix, placeOf(name)))
  if (isOneUnknown(name.value) && /name$/i.test(machine.names.labels.get(name.value) ?? '')) return suffixed
  if (holdsUnknown(name.value)) return obscured(machine.names, 'login server', name)
  const lower = remade(name, name.value.toLowerCase())
  return lower.value.includes('.') ? lower : concat(lower, spoken(azureSuffix, placeOf(lower)))
}

/** `az acr login`: a hidden name may be the registry's or its host's, so the machine is logged in under both. */
export function logInToAzure(machine: Machine, world: World, name: Text, at: Span): void {
  const hidden = holdsUnknown(name.value)
  const host = hidden ? concat(name, spoken(azureSuffix, placeOf(name))) : azureHost(machine, name)
  const login = recordLogin(machine, world, host, at)
  machine.logins = [...machine.logins, login, ...(hidden ? [{ ...login, registry: name }] : [])]
}

/** A registry accepted the cloud's own credentials. */
export const recordLogin = (machine: Machine, world: World, registry: Text, at: Span): Login =>
  record(world, machine, {
    kind: 'login' as const,
    registry,
    username: undefined,
    password: undefined,
    credential: 'other',
    at,
  })

/** `helm registry login HOST`: the sign-in of Helm, and with it of Docker, as both read the same file. */
export function logInWithHelm(call: Call, machine: Machine, world: World, options: Options): void {
  const [registry] = options.words.slice(2)
  if (!registry) return
  const password = isOn(options, 'password-stdin') ? trim(call.stdin) : lastOf(options, 'password', 'p')
  logIn(machine, world, { registry, username: lastOf(options, 'username', 'u'), password, at: call.at })
}
