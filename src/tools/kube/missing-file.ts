import { placeOf, type Text } from '../../source/text.ts'
import { resolvePath, workspacePath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'

/**
 * Records that a command names a file of the repository that is certainly not there. A pattern, somebody's home, a place
 * outside the workspace and a machine with files that nobody knows about prove nothing.
 */
export function recordMissing(machine: Machine, world: World, path: Text, command: string): void {
  const absolute = resolvePath(machine.directory, path.value)
  if (/[*?[\\]|^~/.test(path.value) || !`${absolute}/`.startsWith(`${workspacePath}/`)) return
  if (machine.files.exists(absolute) === false && !machine.files.blurred())
    record(world, machine, {
      ...{ kind: 'missing-file', path, command, at: placeOf(path), tolerated: machine.tolerant ?? false },
      noCheckout: machine.files.list(workspacePath).length === 0,
    })
}
