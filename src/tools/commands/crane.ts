import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { imageFromNowhere, push } from '../docker/images.ts'
import { runLogin, runLogout } from '../docker/login-command.ts'
import { type CommandLine, optionOf, optionValues, readOptions } from '../docker/options.ts'
import { copyImage } from '../docker/registry-copy.ts'
import { type Call, command } from '../tool.ts'

const syntax = {
  valued: [
    ...[
      'tag',
      'new_tag',
      'output',
      'platform',
      'append',
      'label',
      'entrypoint',
      'cmd',
      'env',
      'user',
      'annotation',
      'base',
    ],
    ...['new_layer', 'image-refs', 'username', 'password', 'jobs', 'format'],
  ],
  letters: { t: 'tag', b: 'base', f: 'new_layer', o: 'output', u: 'username', p: 'password', j: 'jobs', v: 'verbose' },
}

/** Works on registries directly. https://github.com/google/go-containerregistry (cmd/crane/doc) */
export const crane = command(['crane', 'gcrane'], (call, machine, world) => {
  const line = readOptions(call.args, syntax)
  const [word, first, second] = line.operands
  const loginAt = call.args.findIndex((one) => one.value === 'login' || one.value === 'logout')
  if (word?.value === 'auth' && loginAt > 0)
    return (call.args[loginAt]?.value === 'login' ? runLogin : runLogout)(
      call,
      call.args.slice(loginAt + 1),
      machine,
      world,
    )
  if (word?.value === 'copy' || word?.value === 'cp') {
    if (first && second) copyImage(first, second, optionOf(line, 'platform') === undefined, call, machine, world)
  } else if (word?.value === 'tag') {
    if (first && second) copyImage(first, retagged(first, second, call), true, call, machine, world)
  } else if (word?.value === 'push') {
    if (second) pushUnknown([second], call, machine, world)
  } else if (word?.value === 'mutate' || word?.value === 'append') pushUnknown(tagsOf(line), call, machine, world)
  else
    return {
      status: 'unknown',
      stdout: unknownText(machine.names, `crane ${call.at.start}`, 'output of crane', call.at),
    }
  return { status: 0, stdout: emptyText }
})

const tagsOf = (line: CommandLine): readonly Text[] => [...optionValues(line, 'tag'), ...optionValues(line, 'new_tag')]

const retagged = (image: Text, tag: Text, call: Call): Text =>
  concat(parseImageReference(image).written, spoken(':', call.at), tag)

function pushUnknown(names: readonly Text[], call: Call, machine: Machine, world: World): void {
  for (const name of names)
    push(machine, world, parseImageReference(name), imageFromNowhere(machine, world, call.name.value, call.at))
}
