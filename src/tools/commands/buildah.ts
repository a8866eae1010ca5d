import { emptyText, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { type Machine, notModelled } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { runBuild } from '../docker/build-command.ts'
import { imageFromNowhere, keep } from '../docker/images.ts'
import { runLogin, runLogout } from '../docker/login-command.ts'
import { runManifest } from '../docker/manifest-command.ts'
import { readOptions } from '../docker/options.ts'
import { runPull, runPush, runTag } from '../docker/push-command.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** https://github.com/containers/buildah (docs/) */
export const buildah = command('buildah', (call, machine, world) => {
  const [word, ...args] = readOptions(call.args, {
    valued: ['root', 'storage-driver'],
    letters: {},
    operandEnds: true,
  }).operands
  const found = word && Object.hasOwn(subcommands, word.value) ? subcommands[word.value] : undefined
  if (found) return found(call, args, machine, world)
  if (word && !preparing.has(word.value)) notModelled(world, `buildah ${word.value}`)
  const asked = `buildah(${call.args.map((one) => one.value).join(' ')})`
  return { status: 'unknown', stdout: unknownText(machine.names, asked, 'output of buildah', call.at) }
})

type Subcommand = (call: Call, args: readonly Text[], machine: Machine, world: World) => Outcome

const build: Subcommand = (call, args, machine, world) => runBuild(call, args, machine, world, 'docker')
const manifest: Subcommand = (call, args, machine, world) => runManifest(call, args.slice(1), machine, world)

/** `buildah commit CONTAINER IMAGE`: an image made step by step. */
const commit: Subcommand = (call, args, machine, world) => {
  const line = readOptions(args, {
    valued: ['authfile', 'creds', 'format', 'iidfile', 'manifest'],
    letters: { f: 'format' },
  })
  const name = line.operands[1]
  if (name) keep(machine, [parseImageReference(name)], imageFromNowhere(machine, world, 'buildah commit', call.at))
  return { status: 0, stdout: emptyText }
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  bud: build,
  build,
  'build-using-dockerfile': build,
  commit,
  login: runLogin,
  logout: runLogout,
  manifest,
  pull: runPull,
  push: runPush,
  tag: runTag,
}

/** They work on a container, or show something. */
const preparing = new Set(
  'add config containers copy from images info inspect mount rename rm rmi run umount unmount unshare version'.split(
    ' ',
  ),
)
