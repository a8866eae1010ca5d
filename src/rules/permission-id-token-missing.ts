import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { accessTo } from '../world/run.ts'
import { eventsOf } from '../world/world.ts'

export const permissionIdTokenMissing = rule({
  id: 'permission-id-token-missing',
  summary: 'a login by OIDC in a job that may not ask for a token',
  severity: 'error',
  seen: 'the login fails: no ID token',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const { by, reason, refusal, run, at } of eventsOf(world, 'id-token-request')) {
      const { permissions } = run
      const access = accessTo(permissions, 'id-token')
      // Whoever calls this workflow from elsewhere may give what it does not state itself.
      const fromElsewhere = permissions.kind === 'absent' && run.occasion.event === 'workflow_call'
      if (access === 'write' || fromElsewhere) continue
      const asked: Note = { at, message: `${by} asks for an OIDC token` }
      const input: readonly Note[] = reason
        ? [{ at: placeOf(reason), message: 'it signs in by OIDC since this is given' }]
        : []
      yield permissions.kind === 'absent'
        ? {
            at,
            message: `${by} signs in by OIDC, but no permissions give the job ${run.job} id-token: write, which no repository gives by default`,
            because: [{ at: run.at, message: 'the job states no permissions' }, ...input],
            help: 'give the job permissions: id-token: write, and contents: read for the checkout',
            seen: refusal,
          }
        : {
            at: permissions.scopes.get('id-token')?.at ?? permissions.at,
            message: `these permissions leave the job ${run.job} without id-token: write, but ${by} signs in by OIDC there`,
            because: [asked, ...input],
            help: 'add id-token: write to these permissions; a block gives nothing that it does not name',
            seen: refusal,
          }
    }
  },
})
