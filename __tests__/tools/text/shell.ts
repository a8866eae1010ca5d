import type { Source, Span } from '../../../src/source/span.ts'
import { concat, emptyText, fileText, slice, spoken, type Text, textAt, usedAt } from '../../../src/source/text.ts'
import { type Names, newNames } from '../../../src/source/unknown.ts'
import { commands } from '../../../src/tools/commands/index.ts'
import type { Outcome } from '../../../src/tools/tool.ts'
import { newFiles, noBase, resolvePath, workspacePath } from '../../../src/world/files.ts'
import type { Machine } from '../../../src/world/machine.ts'
import { newWorld, noFacts } from '../../../src/world/world.ts'

/** A machine to try single commands on: files by path relative to the workspace, exported variables by name. */
export function machineWith(
  files: Readonly<Record<string, string | Text>> = {},
  variables: Readonly<Record<string, string | Text>> = {},
  names: Names = newNames(),
  occasion: Partial<Machine['run']['occasion']> = {},
): Machine {
  const nowhere: Span = { source: { path: 'test', text: '' }, start: 0, end: 0 }
  const machine: Machine = {
    run: {
      id: 1,
      occasion: {
        event: 'push',
        ref: 'refs/heads/main',
        sha: '0123456789abcdef0123456789abcdef01234567',
        commit: 1,
        label: 'a push',
        ...occasion,
      },
      path: 'test',
      job: 'test',
      at: nowhere,
      after: [],
      permissions: { kind: 'absent' },
      environment: undefined,
      implied: false,
      despite: [],
    },
    names,
    repository: noBase,
    computer: { os: 'linux', architecture: 'amd64', hosted: true, label: 'ubuntu-latest', at: nowhere },
    step: undefined,
    when: new Map(),
    files: newFiles(),
    directory: workspacePath,
    variables: new Map(
      Object.entries(variables).map(([name, value]) => [
        name,
        { text: typeof value === 'string' ? fileText({ path: `$${name}`, text: value }) : value, exported: true },
      ]),
    ),
    logins: [],
    images: new Map(),
    builder: { driver: 'docker', at: undefined },
    cluster: undefined,
    namespace: undefined,
  }
  for (const [path, text] of Object.entries(files))
    machine.files.write(resolvePath(workspacePath, path), typeof text === 'string' ? fileText({ path, text }) : text)
  return machine
}

interface Token {
  readonly kind: 'word' | 'operator'
  readonly text: Text
}

const operator = /^(?:\|\||&&|<<<|>>|[|;\n<>])/

/** Just enough of a shell for tests: words with quotes and `$NAME`, pipelines, lists, redirections. */
function tokens(script: Text, machine: Machine): readonly Token[] {
  const found: Token[] = []
  const { value } = script
  for (let index = 0; index < value.length; ) {
    const blank = /^(?:[ \t]|\\\n)+/.exec(value.slice(index))
    const mark = operator.exec(value.slice(index))
    if (blank) index += blank[0].length
    else if (mark) {
      found.push({ kind: 'operator', text: slice(script, index, index + mark[0].length) })
      index += mark[0].length
    } else {
      const [text, end] = word(script, index, machine)
      if (end === index) throw new Error(`the test's shell does not understand ${value.slice(index)}`)
      found.push({ kind: 'word', text })
      index = end
    }
  }
  return found
}

function word(script: Text, start: number, machine: Machine): readonly [Text, number] {
  const parts: Text[] = []
  const { value } = script
  let quoted = false
  let index = start
  for (; index < value.length; ) {
    const rest = value.slice(index)
    const plain = (quoted ? /^[^"$\\]+/ : /^[^\s"'$\\|;&<>]+/).exec(rest)
    const variable = /^\$(?:(\w+)|\{(\w+)\})/.exec(rest)
    const single = quoted ? null : (/^'([^']*)'/.exec(rest) ?? /^\$'((?:[^'\\]|\\.)*)'/s.exec(rest))
    if (plain) {
      parts.push(slice(script, index, index + plain[0].length))
      index += plain[0].length
    } else if (single && rest[0] === "'") {
      parts.push(slice(script, index + 1, index + single[0].length - 1))
      index += single[0].length
    } else if (single) {
      const at = { source: script.pieces[0]?.at.source as Source, start: index, end: index + single[0].length }
      const value = (single[1] as string).replace(/\\(.)/g, (_, one) => ({ n: '\n', t: '\t' })[one as 'n'] ?? one)
      parts.push(spoken(value, at))
      index += single[0].length
    } else if (variable) {
      const text = machine.variables.get((variable[1] ?? variable[2]) as string)?.text ?? emptyText
      const at = { source: script.pieces[0]?.at.source as Source, start: index, end: index + variable[0].length }
      parts.push(usedAt(text, at))
      index += variable[0].length
    } else if (rest[0] === '"') {
      quoted = !quoted
      index += 1
    } else if (rest[0] === '\\' && (!quoted || /^\\["$\\`\n]/.test(rest))) {
      if (rest[1] !== '\n') parts.push(slice(script, index + 1, index + 2))
      index += 2
    } else if (quoted || rest[0] === '$') {
      parts.push(slice(script, index, index + 1))
      index += 1
    } else break
  }
  return [concat(...parts), index]
}

/** Runs a script of simple commands on a machine, as far as `tokens` understands it. */
export function run(script: string, machine: Machine): Outcome {
  const source: Source = { path: 'script', text: script }
  const world = newWorld(machine.names, noFacts)
  const all = [...tokens(textAt({ source, start: 0, end: script.length }), machine)]
  const printed: Text[] = []
  let status: Outcome['status'] = 0
  const take = (value: string): Text | undefined => {
    if (all[0]?.kind !== 'operator' || all[0].text.value !== value) return undefined
    return all.shift()?.text
  }

  /** `interpret` only knows `"$@"`, which is how commands run commands. */
  function invoke(words: readonly Text[], stdin: Text): Outcome {
    const [name, ...args] = words as [Text, ...Text[]]
    const found = commands.find(({ names }) => names.includes(name.value))
    if (!found) throw new Error(`no command ${name.value}`)
    const interpret = (_: Text, more: readonly Text[] = []): Outcome => invoke(more, emptyText)
    return found.run({ name, args, stdin, at: name.pieces[0]?.at as Span, interpret }, machine, world)
  }

  function simple(stdin: Text): Outcome | undefined {
    const words: Text[] = []
    let input = stdin
    let output: { path: string; appends: boolean } | undefined
    for (let next = all[0]; next; next = all[0]) {
      if (next.kind === 'word') words.push((all.shift() as Token).text)
      else if (['<', '>', '>>', '<<<'].includes(next.text.value)) {
        all.shift()
        const target = (all.shift() as Token).text
        const path = resolvePath(machine.directory, target.value)
        if (next.text.value === '<') input = machine.files.read(path) ?? emptyText
        else if (next.text.value === '<<<') input = concat(target, spoken('\n', next.text.pieces[0]?.at as Span))
        else output = { path, appends: next.text.value === '>>' }
      } else break
    }
    const [name, ...args] = words
    if (!name) return undefined
    const before = output?.appends ? (machine.files.read(output.path) ?? emptyText) : emptyText
    if (output) machine.files.write(output.path, before)
    const outcome = invoke([name, ...args], input)
    if (!output) return outcome
    machine.files.write(output.path, concat(before, outcome.stdout))
    return { status: outcome.status, stdout: emptyText }
  }

  function pipeline(): Outcome | undefined {
    let outcome = simple(emptyText)
    while (outcome && take('|')) outcome = simple(outcome.stdout)
    return outcome
  }

  while (all.length > 0) {
    if (take(';') || take('\n')) continue
    const outcome = pipeline()
    if (outcome) {
      status = outcome.status
      printed.push(outcome.stdout)
    }
    for (let also = take('&&') ?? take('||'); also; also = take('&&') ?? take('||')) {
      if ((also.value === '&&') === (status === 0)) {
        const next = pipeline()
        if (next) {
          status = next.status
          printed.push(next.stdout)
        }
      } else
        while (all[0] && !(all[0].kind === 'operator' && /^(?:&&|\|\||[;\n])$/.test(all[0].text.value))) all.shift()
    }
  }
  return { status, stdout: concat(...printed) }
}
