import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { accessTo } from '../world/run.ts'
import { noteOfPush } from '../world/telling.ts'

export const permissionPackagesWriteMissing = rule({
  id: 'permission-packages-write-missing',
  summary: 'a push to GHCR with a GITHUB_TOKEN that may not write packages',
  severity: 'error',
  seen: '403 Forbidden: permission_denied: write_package',
  on: 'push',
  *check(push, world): Iterable<Problem> {
    if (push.reference.registry !== 'ghcr.io' || push.login?.credential !== 'github-token') return
    const { permissions } = push.run
    const access = accessTo(permissions, 'packages')
    if (access === 'write') return
    const image = show(world.names, push.reference.text.value)
    const { password, at } = push.login
    const login = { at: password ? placeOf(password) : at, message: 'logs in to ghcr.io with GITHUB_TOKEN' }
    if (permissions.kind === 'absent') {
      yield {
        at: push.at,
        message: `the job ${push.run.job} pushes ${image} with GITHUB_TOKEN, and no permissions block says that it may`,
        because: [
          login,
          { at: push.run.at, message: 'the job states no permissions; a repository of today gives it packages: read' },
        ],
        help: 'give the job permissions: packages: write (and contents: read), unless the repository lets workflows write by default',
        severity: 'warning',
      }
      return
    }
    yield {
      at: permissions.scopes.get('packages')?.at ?? permissions.at,
      message: `these permissions leave GITHUB_TOKEN with packages: ${access}, but the job ${push.run.job} pushes ${image} with it`,
      because: [noteOfPush(world, push), login],
      help: 'add packages: write to these permissions; a block gives nothing that it does not name',
    }
  },
})
