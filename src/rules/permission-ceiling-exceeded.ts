import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { accessTo, beyond } from '../world/run.ts'

export const permissionCeilingExceeded = rule({
  id: 'permission-ceiling-exceeded',
  summary: 'a called workflow that asks for more than its caller may give',
  severity: 'error',
  seen: 'the run is refused before it starts: The nested job is requesting …, but is only allowed …',
  on: 'job',
  *check({ job, permissions, ceiling }): Iterable<Problem> {
    if (!ceiling || permissions.kind === 'absent' || ceiling.kind === 'absent') return
    const scopes = beyond(permissions, ceiling)
    const [first] = scopes
    if (first === undefined) return
    const asked = scopes.map((scope) => `${scope}: ${accessTo(permissions, scope)}`).join(', ')
    yield {
      at: permissions.scopes.get(first)?.at ?? permissions.at,
      message: `the called job ${job} asks for ${asked}, but its caller allows ${scopes.map((scope) => `${scope}: ${accessTo(ceiling, scope)}`).join(', ')}`,
      because: [
        { at: ceiling.scopes.get(first)?.at ?? ceiling.at, message: 'these are the permissions of the caller' },
      ],
      help: `give the calling job ${asked}, too`,
    }
  },
})
