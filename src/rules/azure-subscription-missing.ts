import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf, type Text } from '../source/text.ts'
import { holdsUnknown, isOneUnknown } from '../source/unknown.ts'
import { azureLoginOf } from '../world/azure-login.ts'
import { type Command, eventsOf } from '../world/world.ts'

export const azureSubscriptionMissing = rule({
  id: 'azure-subscription-missing',
  summary: 'a login to Azure without a subscription',
  severity: 'error',
  seen: "Ensure 'subscription-id' is supplied or 'allow-no-subscriptions' is 'true'.",
  on: 'world',
  *check(world): Iterable<Problem> {
    const logins = eventsOf(world, 'command').filter((command) => command.name === 'azure/login')
    for (const login of logins) yield* loginWithout(login)
    const usesCredentials = logins.filter((login) => login.inputs.has('creds'))
    const made = eventsOf(world, 'command').filter(makesCredentials)
    for (const command of made) yield* madeWithout(command, usesCredentials)
  },
})

function* loginWithout(login: Command): Iterable<Problem> {
  const { ids, hasIdentity, subscription, creds } = azureLoginOf(login.inputs)
  const waived = login.inputs.get('allow-no-subscriptions')?.value
  if (waived !== undefined && waived !== 'false' && waived !== '') return
  if (ids.length > 0) {
    if (!hasIdentity || subscription) return
    yield {
      at: login.at,
      message: 'azure/login gets client-id and tenant-id, but no subscription-id',
      because: ids.map(({ name, text }) => ({ at: placeOf(text), message: `${name} is given here` })),
      help: 'add subscription-id, or allow-no-subscriptions: true where no step needs one',
    }
    return
  }
  const keys = creds && keysOfJson(creds.value)
  if (!creds || !keys || keys.includes('subscriptionId')) return
  yield {
    at: placeOf(creds),
    message: `the credentials name ${keys.join(', ')}, but no subscriptionId`,
    because: [{ at: login.at, message: 'azure/login reads them' }],
    help: 'add "subscriptionId" to the JSON, or allow-no-subscriptions: true where no step needs one',
  }
}

const noteAt = (text: Text | undefined, message: string): Problem['because'] =>
  text ? [{ at: placeOf(text), message }] : []

/** The keys of credentials that are written in the file; a secret can never be judged. */
function keysOfJson(value: string): readonly string[] | undefined {
  if (isOneUnknown(value)) return undefined
  try {
    const parsed: unknown = JSON.parse(value)
    const keys =
      typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.keys(parsed) : undefined
    return keys?.some(holdsUnknown) ? undefined : keys
  } catch {
    return undefined
  }
}

const makesCredentials = (command: Command): boolean =>
  command.name.startsWith('az ad') && command.arguments.some((argument) => argument.value === 'create-for-rbac')

/** Without --sdk-auth (or --json-auth) the output has appId and password, and neither clientId nor a subscription. */
function* madeWithout(command: Command, logins: readonly Command[]): Iterable<Problem> {
  const first = logins[0]
  if (
    !first ||
    command.arguments.some(
      (argument) => /^--(?:sdk-auth|json-auth)(?:=|$)/.test(argument.value) || holdsUnknown(argument.value),
    )
  )
    return
  yield {
    at: command.at,
    message:
      'create-for-rbac without --json-auth prints appId, password and tenant, which azure/login does not understand as creds',
    because: logins.flatMap((login) => noteAt(login.inputs.get('creds'), 'azure/login reads such credentials here')),
    help: 'add --json-auth (formerly --sdk-auth), so that the output has clientId, clientSecret, subscriptionId and tenantId',
    severity: 'warning',
    seen: "Not all parameters are provided in 'creds'.",
  }
}
