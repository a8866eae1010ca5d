import { concat, emptyText, placeOf, slice, spoken, type Text, trim, usedAt } from '../../source/text.ts'
import { unknown, unknownText } from '../../source/unknown.ts'
import { expandMake, type Makefile, type MakeScope, type MakeVariable, parseMakefile } from '../../syntax/makefile.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** Targets are built once each; a chain of prerequisites deeper than this is a circle. */
const deepestChain = 30

/** Runs the recipes of the targets it is given, prerequisites first, line by line as GNU make hands them to the shell. */
export const make = command(['make', 'gmake'], (call, machine) => {
  const given = readArguments(call.args)
  const directory = machine.directory
  machine.directory = given.directory ? resolvePath(directory, given.directory.value) : directory
  const text = (given.file ? [given.file.value] : ['GNUmakefile', 'makefile', 'Makefile'])
    .map((name) => machine.files.read(resolvePath(machine.directory, name)))
    .find((found) => found !== undefined)
  const outcome = text ? build(call, machine, parseMakefile(text), given) : nothingKnown(call, machine)
  machine.directory = directory
  return outcome
})

const nothingKnown = (call: Call, machine: Machine): Outcome => {
  machine.files.blur()
  return { status: 'unknown', stdout: unknownText(machine.names, `make#${machine.names.labels.size}`, 'make', call.at) }
}

interface Arguments {
  readonly targets: readonly Text[]
  readonly overrides: ReadonlyMap<string, Text>
  readonly directory: Text | undefined
  readonly file: Text | undefined
}

function readArguments(args: readonly Text[]): Arguments {
  const targets: Text[] = []
  const overrides = new Map<string, Text>()
  let directory: Text | undefined
  let file: Text | undefined
  args.forEach((argument, index) => {
    const before = args[index - 1]?.value ?? ''
    const assignment = /^([\w.-]+)(?:=|:=)/.exec(argument.value)
    if (takesDirectory.test(before)) directory = argument
    else if (takesFile.test(before)) file = argument
    else if (/^-C./.test(argument.value)) directory = slice(argument, 2)
    else if (assignment) overrides.set(assignment[1] as string, slice(argument, assignment[0].length))
    else if (!argument.value.startsWith('-')) targets.push(argument)
  })
  return { targets, overrides, directory, file }
}

const takesDirectory = /^(?:-C|--directory)$/
const takesFile = /^(?:-f|--file|--makefile)$/

function build(call: Call, machine: Machine, makefile: Makefile, given: Arguments): Outcome {
  const done = new Set<string>()
  const first = makefile.rules.find((rule) => rule.targets[0] && !rule.targets[0].value.startsWith('.'))?.targets[0]
  const wanted = given.targets.length > 0 ? given.targets : first ? [first] : []
  const printed: Text[] = []
  const buildTarget = (target: string, depth: number): void => {
    if (done.has(target) || depth > deepestChain) return
    done.add(target)
    const scope = scopeOf(call, machine, makefile, given, target)
    const rules = makefile.rules.filter((rule) => rule.targets.some((one) => expandMake(one, scope).value === target))
    for (const rule of rules)
      for (const one of rule.prerequisites)
        for (const name of expandMake(one, scope).value.split(/\s+/)) buildTarget(name, depth + 1)
    for (const line of rules.flatMap((rule) => rule.recipe))
      printed.push(runLine(call, machine, expandMake(line, scope)))
  }
  for (const target of wanted) buildTarget(target.value, 0)
  return { status: 'unknown', stdout: concat(...printed) }
}

/** `@` and `+` mean nothing here; a line after `-` may fail. Each line is a shell of its own. */
function runLine(call: Call, machine: Machine, line: Text): Text {
  const prefix = /^[\s@+-]*/.exec(line.value)?.[0] ?? ''
  const { directory, variables } = machine
  const { stdout } = call.interpret(slice(line, prefix.length))
  machine.directory = directory
  machine.variables = variables
  return stdout
}

function scopeOf(call: Call, machine: Machine, makefile: Makefile, given: Arguments, target: string): MakeScope {
  const scope: MakeScope = {
    variable: (name, at) => usedAt(valueFor(name, at), placeOf(at)),
    call: (name, argument, at) => {
      if (name === 'shell') return usedAt(joined(call.interpret(argument).stdout), placeOf(at))
      if (name === 'strip') return trim(argument)
      return spoken(unknown(machine.names, `make ${name} ${argument.value}`, at.value), placeOf(at))
    },
  }
  const expanding = new Set<string>()
  const valueFor = (name: string, at: Text): Text => {
    if (name === '@') return spoken(target, placeOf(at))
    const own = given.overrides.get(name)
    if (own) return own
    const written = makefile.variables.filter((one) => one.name === name)
    const inherited = machine.variables.get(name)
    if (written.length === 0) return inherited?.text ?? (makefile.open ? hidden(name, at) : emptyText)
    if (inherited && written.every((one) => one.operator === '?=')) return inherited.text
    if (expanding.has(name) || (makefile.open && written.length > 1)) return hidden(name, at)
    expanding.add(name)
    const value = written.reduce((sum, one) => appended(sum, one, scope), emptyText)
    expanding.delete(name)
    return value
  }
  const hidden = (name: string, at: Text): Text => unknownText(machine.names, `make ${name}`, name, placeOf(at))
  return scope
}

function appended(sum: Text, variable: MakeVariable, scope: MakeScope): Text {
  const value =
    variable.operator === '!=' ? scope.call('shell', variable.value, variable.value) : expandMake(variable.value, scope)
  if (variable.operator === '+=' && sum.value !== '') return concat(sum, spoken(' ', placeOf(value)), value)
  return variable.operator === '?=' && sum.value !== '' ? sum : value
}

/** `$(shell …)` turns line ends into spaces and drops the last. */
const joined = (text: Text): Text => {
  const end = text.value.replace(/\n+$/, '').length
  const cut = slice(text, 0, end)
  return cut.value.includes('\n') ? spoken(cut.value.replace(/\n/g, ' '), placeOf(cut)) : cut
}
