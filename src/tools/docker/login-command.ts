import { emptyText, type Text, trim } from '../../source/text.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { logIn, logOut } from './login.ts'
import { optionOf, optionValue, readOptions } from './options.ts'

const syntax = {
  valued: ['username', 'password', 'authfile', 'cert-dir'],
  letters: { u: 'username', p: 'password', v: 'verbose' },
}

/** `docker login [SERVER]`. A host that is written twice or with a scheme is one host. */
export function runLogin(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const line = readOptions(args, syntax)
  logIn(machine, world, {
    registry: line.operands[0],
    username: optionValue(line, 'username'),
    password: optionOf(line, 'password-stdin') ? trim(call.stdin) : optionValue(line, 'password'),
    at: call.at,
  })
  return { status: 0, stdout: emptyText }
}

/** `docker logout [SERVER]`. */
export function runLogout(call: Call, args: readonly Text[], machine: Machine, _world: World): Outcome {
  logOut(machine, readOptions(args, syntax).operands[0], call.at)
  return { status: 0, stdout: emptyText }
}
