import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf, type Text } from '../source/text.ts'
import { accessTo } from '../world/run.ts'
import { type Command, eventsOf } from '../world/world.ts'

export const azureCredentialsIgnored = rule({
  id: 'azure-credentials-ignored',
  summary: 'credentials that azure/login does not look at',
  severity: 'error',
  seen: 'Login failed with Error: Using auth-type: SERVICE_PRINCIPAL. Not all values are present.',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const login of eventsOf(world, 'command')) {
      if (login.name !== 'azure/login' || given(login, 'auth-type')?.value.toUpperCase() === 'IDENTITY') continue
      yield* secretOf(login)
      yield* credsOf(login)
    }
  },
})

/** There is no input of that name: with the ids alone it signs in by OIDC. */
function* secretOf(login: Command): Iterable<Problem> {
  const secret = given(login, 'client-secret')
  if (!secret || given(login, 'creds')) return
  const works = accessTo(login.run.permissions, 'id-token') === 'write'
  yield {
    at: placeOf(secret),
    message: 'azure/login has no input client-secret: it does not look at the secret, and signs in by OIDC',
    because: [{ at: login.at, message: 'signs in here' }, ...idsOf(login)],
    help: `put the four values into creds as JSON ("clientId", "clientSecret", "tenantId", "subscriptionId"), or sign in by OIDC without the secret`,
    seen: 'Failed to fetch federated token from GitHub.',
    ...(works ? { severity: 'warning' as const } : {}),
  }
}

/** Any of the three ids makes it ignore `creds` (Azure/login src/common/LoginConfig.ts). */
function* credsOf(login: Command): Iterable<Problem> {
  const creds = given(login, 'creds')
  const ids = idsOf(login)
  if (!creds || ids.length === 0) return
  const byOidc = given(login, 'client-id') && given(login, 'tenant-id')
  yield {
    at: placeOf(creds),
    message: `azure/login ignores creds where ${byOidc ? 'ids are given: it signs in by OIDC' : 'an id is given, and the ids alone are not enough to sign in'}`,
    because: [...ids, { at: login.at, message: 'signs in here' }],
    help: byOidc ? 'give either creds or the ids' : 'leave the id out: creds has a subscriptionId of its own',
    ...(byOidc ? { severity: 'notice' as const } : {}),
  }
}

const given = (login: Command, name: string): Text | undefined => {
  const text = login.inputs.get(name)
  return text && text.value !== '' ? text : undefined
}

const idsOf = (login: Command): readonly Note[] =>
  ['client-id', 'tenant-id', 'subscription-id'].flatMap((name) => {
    const id = given(login, name)
    return id ? [{ at: placeOf(id), message: `${name} is given here` }] : []
  })
