import { emptyText, type Text, usedAt } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { type Machine, notModelled } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { runBake } from '../docker/bake-command.ts'
import { runBuild } from '../docker/build-command.ts'
import { runCreate, runInstall, runRemove, runUse } from '../docker/builder-command.ts'
import { runCompose } from '../docker/compose-command.ts'
import { runImagetools } from '../docker/imagetools-command.ts'
import { runLogin, runLogout } from '../docker/login-command.ts'
import { runManifest } from '../docker/manifest-command.ts'
import { readOptions } from '../docker/options.ts'
import { runPull, runPush, runTag } from '../docker/push-command.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** The docker command line, and those that take its words. https://docs.docker.com/reference/cli/docker/ */
export const docker = command(['docker', 'podman', 'nerdctl'], (call, machine, world) => {
  const { operands } = readOptions(call.args, globalOptions)
  return run(call, operands, machine, world, subcommands, call.name.value)
})

type Subcommand = (call: Call, args: readonly Text[], machine: Machine, world: World) => Outcome

const globalOptions = {
  valued: ['config', 'context', 'host', 'log-level', 'tlscacert', 'tlscert', 'tlskey', 'namespace', 'address'],
  letters: { c: 'context', H: 'host', l: 'log-level', D: 'debug', n: 'namespace', a: 'address' },
  operandEnds: true,
}

const buildx: Readonly<Record<string, Subcommand>> = {
  build: (call, args, machine, world) => runBuild(call, args, machine, world, 'buildx'),
  b: (call, args, machine, world) => runBuild(call, args, machine, world, 'buildx'),
  bake: runBake,
  create: runCreate,
  use: runUse,
  rm: runRemove,
  install: runInstall,
  imagetools: runImagetools,
}

const image: Readonly<Record<string, Subcommand>> = {
  build: (call, args, machine, world) => runBuild(call, args, machine, world, 'docker'),
  tag: runTag,
  push: runPush,
  pull: runPull,
}

const subcommands: Readonly<Record<string, Subcommand | Readonly<Record<string, Subcommand>>>> = {
  ...image,
  image,
  builder: { build: (call, args, machine, world) => runBuild(call, args, machine, world, 'docker') },
  buildx,
  login: runLogin,
  logout: runLogout,
  manifest: {
    create: runManifest,
    add: runManifest,
    push: runManifest,
    annotate: runManifest,
  },
  compose: runCompose,
}

type Table = typeof subcommands

function run(call: Call, args: readonly Text[], machine: Machine, world: World, table: Table, path: string): Outcome {
  const [word, ...rest] = args
  const found = word && Object.hasOwn(table, word.value) ? table[word.value] : undefined
  if (typeof found === 'function') return found(call, rest, machine, world)
  if (found) return run(call, rest, machine, world, found, `${path} ${word?.value}`)
  if (!word) return { status: 0, stdout: emptyText }
  if (!harmless.has(word.value)) notModelled(world, `${path} ${word.value}`)
  const asked = `${path}(${args.map((one) => one.value).join(' ')})`
  return {
    status: 'unknown',
    stdout: usedAt(unknownText(machine.names, asked, `output of ${path} ${word.value}`, call.at), call.at),
  }
}

/** They neither make nor push an image. */
const harmless = new Set(
  'attach commit container context cp create diff du events exec export history images import info inspect kill load logs ls network node pause plugin port prune ps rename restart rm rmi run save scan scout search secret service stack start stats stop swarm system top trust unpause update version volume wait'.split(
    ' ',
  ),
)
