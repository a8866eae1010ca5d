import { concatAll, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { compilePattern } from '../../syntax/regex.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { globPattern } from '../text/glob.ts'
import { done, opaque } from '../text/outcome.ts'
import { type Call, command } from '../tool.ts'

interface Search {
  readonly start: string
  readonly mostDeep: number
  readonly leastDeep: number
  readonly tests: readonly ((entry: Entry) => boolean)[]
  /** Words of `-exec`; several files at once behind `+`. */
  readonly runs: { readonly words: readonly Text[]; readonly together: boolean } | undefined
  readonly deletes: boolean
}

interface Entry {
  /** As find prints it. */
  readonly path: string
  readonly name: string
  readonly directory: boolean
}

/** Entries come sorted: their order on a disk is nobody's promise. */
export const find = command('find', (call, machine) => {
  const search = searchOf(call.args)
  if (!search) {
    if (call.args.some(({ value }) => /^-(?:exec|execdir|ok|delete)$/.test(value))) machine.files.blur()
    return opaque(call, machine, [])
  }
  const root = resolvePath(machine.directory, search.start)
  const found = [...entriesBelow(machine, root, search.start, 0, search)].filter((entry) =>
    search.tests.every((test) => test(entry)),
  )
  if (search.deletes) for (const { path } of found) machine.files.remove(resolvePath(machine.directory, path))
  if (search.runs) return executed(call, found, search.runs)
  if (machine.files.blurred()) return opaque(call, machine, [])
  if (search.deletes) return done()
  return done(concatAll(found.map(({ path }) => spoken(`${path}\n`, call.at))))
})

function searchOf(args: readonly Text[]): Search | undefined {
  const words = args.map((arg) => arg.value)
  const starts = words.findIndex((word) => /^[-(!]/.test(word))
  const places = starts < 0 ? words : words.slice(0, starts)
  if (places.length > 1 || holdsUnknown(words.join(''))) return undefined
  const search = { start: places[0] ?? '.', mostDeep: 64, leastDeep: 0, deletes: false }
  const tests: ((entry: Entry) => boolean)[] = []
  let runs: Search['runs']
  for (let index = places.length; index < words.length; index += 1) {
    const value = words[index + 1] ?? ''
    switch (words[index]) {
      case '-maxdepth':
        search.mostDeep = Math.min(64, Number(value))
        break
      case '-mindepth':
        search.leastDeep = Number(value)
        break
      case '-type':
        if (value !== 'f' && value !== 'd') return undefined
        tests.push((entry) => entry.directory === (value === 'd'))
        break
      case '-name':
      case '-iname': {
        const regex = compilePattern(`^(?:${globPattern(value)})$`, { ignoreCase: words[index] === '-iname' })
        if (!regex) return undefined
        tests.push((entry) => regex.matcher(entry.name).find())
        break
      }
      case '-exec': {
        const end = words.findIndex((word, at) => at > index && (word === ';' || word === '+'))
        if (end < 0 || runs) return undefined
        runs = { words: args.slice(index + 1, end), together: words[end] === '+' }
        index = end
        continue
      }
      case '-delete':
        search.deletes = true
        continue
      case '-print':
        continue
      default:
        return undefined
    }
    index += 1
  }
  return { ...search, tests, runs }
}

function* entriesBelow(
  machine: Machine,
  path: string,
  printed: string,
  depth: number,
  search: Search,
): Generator<Entry> {
  const directory = machine.files.isDirectory(path)
  if (!directory && machine.files.read(path) === undefined) return
  const name =
    depth === 0
      ? (printed.split('/').findLast((part) => part !== '') ?? printed)
      : printed.slice(printed.lastIndexOf('/') + 1)
  if (depth >= search.leastDeep) yield { path: printed, name, directory }
  if (!directory || depth >= search.mostDeep) return
  for (const child of machine.files.list(path))
    yield* entriesBelow(machine, `${path}/${child}`, `${printed.replace(/\/$/, '')}/${child}`, depth + 1, search)
}

function executed(call: Call, found: readonly Entry[], { words, together }: NonNullable<Search['runs']>) {
  const script = spoken('"$@"', call.at)
  const named = (files: readonly Text[]): readonly Text[] =>
    words.flatMap((word) => (word.value === '{}' ? files : [filledIn(word, files)]))
  const files = found.map(({ path }) => spoken(path, call.at))
  const runs = together ? (files.length > 0 ? [named(files)] : []) : files.map((file) => named([file]))
  return done(concatAll(runs.map((args) => call.interpret(script, args).stdout)))
}

/** GNU find replaces `{}` within a word as well. */
function filledIn(word: Text, files: readonly Text[]): Text {
  const [file] = files
  if (!file || !word.value.includes('{}')) return word
  return spoken(
    word.value.replaceAll('{}', () => file.value),
    word.pieces[0]?.at ?? (file.pieces[0]?.at as never),
  )
}
