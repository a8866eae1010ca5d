import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import type { Span } from '../source/span.ts'
import { placeOf, type Text } from '../source/text.ts'
import { type AzureLogin, azureLoginOf } from '../world/azure-login.ts'
import { accessTo, type Run } from '../world/run.ts'
import { eventsOf } from '../world/world.ts'

export const azureCredentialsIgnored = rule({
  id: 'azure-credentials-ignored',
  summary: 'credentials that azure/login does not look at',
  severity: 'error',
  seen: 'Login failed with Error: Using auth-type: SERVICE_PRINCIPAL. Not all values are present.',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const { name, inputs, run, at } of eventsOf(world, 'command')) {
      if (name !== 'azure/login') continue
      const login = azureLoginOf(inputs)
      if (login.byMachine) continue
      yield* login.creds ? ignored(login.creds, login, at) : withSecret(login, run, at)
    }
  },
})

/** There is no input of that name: with the ids alone it signs in by OIDC. */
function* withSecret(login: AzureLogin, { permissions }: Run, at: Span): Iterable<Problem> {
  if (!login.secret) return
  const works = accessTo(permissions, 'id-token') === 'write'
  yield {
    at: placeOf(login.secret),
    message: 'azure/login has no input client-secret: it does not look at the secret, and signs in by OIDC',
    because: [{ at, message: 'signs in here' }, ...notesOf(login)],
    help: 'put the four values into creds as JSON ("clientId", "clientSecret", "tenantId", "subscriptionId"), or sign in by OIDC without the secret',
    seen: 'Failed to fetch federated token from GitHub.',
    ...(works ? { severity: 'warning' as const } : {}),
  }
}

/** Any id makes it ignore `creds`. */
function* ignored(creds: Text, login: AzureLogin, at: Span): Iterable<Problem> {
  if (login.ids.length === 0) return
  const byOidc = login.hasIdentity
  yield {
    at: placeOf(creds),
    message: `azure/login ignores creds where ${byOidc ? 'ids are given: it signs in by OIDC' : 'an id is given, and the ids alone are not enough to sign in'}`,
    because: [...notesOf(login), { at, message: 'signs in here' }],
    help: byOidc ? 'give either creds or the ids' : 'leave the id out: creds has a subscriptionId of its own',
    // One of the two may be meant to be empty.
    ...(byOidc ? { severity: 'notice' as const } : {}),
  }
}

const notesOf = ({ ids }: AzureLogin): readonly Note[] =>
  ids.map(({ name, text }) => ({ at: placeOf(text), message: `${name} is given here` }))
