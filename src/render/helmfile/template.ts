import type { Text } from '../../source/text.ts'
import { Engine } from '../helm/engine.ts'
import { CallError, Failure, Unsupported } from '../helm/failure.ts'
import { addTemplate, type TemplateSet } from '../helm/template-set.ts'
import type { MapValue } from '../helm/value.ts'
import { functionsIn } from './functions.ts'
import { oneMore, type Scene, spend } from './scene.ts'

const main = 'stringTemplate'

/**
 * Executes a text with `_*.tpl` of the directory at hand, as pkg/tmpl/context_tmpl.go does: a key that is not there is an
 * error, unless `lenient`. A condition that nobody can decide leaves nothing to read.
 */
export function execute(scene: Scene, text: Text, data: MapValue, directory: string, lenient = false): Text {
  if (!text.value.includes('{{')) return text
  spend(scene, oneMore)
  const engine = new Engine({
    mostSteps: scene.budget.left,
    functions: functionsIn(scene, directory),
    helm: 3,
    names: scene.names,
    open: true,
    absent: [],
    ...(lenient ? {} : { missingKey: 'error' }),
  })
  const set: TemplateSet = new Map()
  const parse = (name: string, source: Text): void => {
    const problem = addTemplate(set, name, source, engine.isFunction)
    if (problem) throw new Unsupported(`line ${problem.line}: ${problem.message}`)
  }
  for (const name of scene.files.list(directory).filter((one) => /^_.*\.tpl$/.test(one))) {
    const helper = scene.files.read(`${directory}/${name}`)
    if (helper) parse(`${directory}/${name}`, helper)
  }
  parse(main, text)
  const { text: made, output } = spending(scene, engine, () => engine.renderFile(set, main, data))
  if (output.uncertain.length > 0) throw new Unsupported('a condition that nobody can decide')
  return made
}

function spending<T>(scene: Scene, engine: Engine, run: () => T): T {
  try {
    return run()
  } finally {
    scene.budget.left -= engine.spent
  }
}

/** Why something was not understood; what no reader throws goes on. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it nests too deeply'
  if (error instanceof Failure || error instanceof CallError || error instanceof Unsupported) return error.message
  throw error
}
