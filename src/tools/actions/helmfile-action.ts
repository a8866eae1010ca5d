import { emptyText, spoken } from '../../source/text.ts'
import { resolvePath, workspacePath } from '../../world/files.ts'
import { helmfile } from '../commands/helmfile.ts'
import { recordAction } from '../kube/action-event.ts'
import { filled } from '../kube/list-input.ts'
import { wordsOf } from '../kube/words.ts'
import { action } from '../tool.ts'

/** Runs helmfile in a directory (v2, src/main.ts). */
export const helmfileAction = action('helmfile/helmfile-action', (call, machine, world) => {
  recordAction(call, machine, world, 'helmfile/helmfile-action')
  const args = filled(call.input('helmfile-args'))
  const { directory } = machine
  machine.directory = resolvePath(workspacePath, filled(call.input('helmfile-workdirectory'))?.value ?? '.')
  const { at, interpret } = call
  const name = spoken('helmfile', at)
  const outcome = helmfile.run(
    { name, args: args ? wordsOf(args) : [], stdin: emptyText, at, interpret },
    machine,
    world,
  )
  machine.directory = directory
  return { outputs: new Map([['helmfile-stdout', outcome.stdout]]), complete: false }
})
