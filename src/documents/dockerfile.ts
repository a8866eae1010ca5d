import {
  DockerfileParser,
  type Instruction,
  JSONInstruction,
  ModifiableInstruction,
  PropertyInstruction,
} from 'dockerfile-ast'
import { concatAll, emptyText, placeOf, slice, spoken, type Text, usedAt } from '../source/text.ts'

/** A Dockerfile, leniently. Variables stay as written; `expanded` puts them in. */
export interface Dockerfile {
  readonly text: Text
  /** `ARG` before the first `FROM`: usable in `FROM` lines. */
  readonly arguments: readonly Argument[]
  readonly stages: readonly Stage[]
  /** Why nothing is built from it. */
  readonly refusal: Refusal | undefined
}

export interface Refusal {
  readonly message: string
  readonly at: Text
}

export interface Argument {
  readonly name: Text
  readonly value: Text | undefined
}

export interface Stage {
  readonly name: Text | undefined
  readonly image: Text
  /** The value of `FROM --platform=`. */
  readonly platform: Text | undefined
  readonly from: Text
  readonly arguments: readonly Argument[]
  readonly instructions: readonly DockerInstruction[]
}

export interface DockerInstruction {
  /** `RUN`, upper case. */
  readonly keyword: string
  readonly text: Text
  /** What follows keyword and flags, as one text with line continuations taken out. */
  readonly rest: Text
  readonly flags: readonly { readonly name: string; readonly value: Text | undefined }[]
  readonly words: readonly Text[]
  /** What `ARG`, `ENV` and `LABEL` name. */
  readonly pairs: readonly Argument[]
  /** The items of the exec form: `["npm", "start"]`. Undefined for the shell form. */
  readonly exec: readonly Text[] | undefined
}

const parsed = new WeakMap<Text, Dockerfile>()

/** Reads a Dockerfile. Never throws; what is no instruction is left out. The same text object is parsed once. */
export function parseDockerfile(text: Text): Dockerfile {
  const known = parsed.get(text)
  if (known) return known
  const dockerfile = read(text)
  parsed.set(text, dockerfile)
  return dockerfile
}

/** A Dockerfile longer than this is no Dockerfile that somebody wrote. */
const longest = 50_000

function read(text: Text): Dockerfile {
  try {
    const place = placesIn(text)
    const instructions = DockerfileParser.parse(text.value.length > longest ? '' : text.value)
      .getInstructions()
      .map((one) => instructionOf(one, place))
    const first = instructions.findIndex((one) => one.keyword === 'FROM')
    const before = first < 0 ? instructions : instructions.slice(0, first)
    return {
      text,
      arguments: argumentsOf(before),
      stages: first < 0 ? [] : stagesOf(instructions.slice(first)),
      refusal: refusalOf(text, instructions),
    }
  } catch {
    return { text, arguments: [], stages: [], refusal: undefined }
  }
}

const keywords = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)

/** Another frontend has other instructions, a here-document lines of another language, and a template is filled in first. */
const otherwise = /^#\s*syntax\s*=\s*(?!(?:docker\.io\/)?docker\/dockerfile\b)|<<-?["']?\w|\{\{|\{%|<%/im

/** What BuildKit says of the file before it builds anything (frontend/dockerfile/instructions, dockerfile2llb). */
function refusalOf(text: Text, instructions: readonly DockerInstruction[]): Refusal | undefined {
  const [first] = instructions
  if (!first || otherwise.test(text.value)) return undefined
  const unknown = instructions.find(({ keyword }) => !keywords.has(keyword))
  if (unknown) return { message: `unknown instruction: ${unknown.keyword}`, at: unknown.text }
  if (instructions.some(({ keyword }) => keyword === 'FROM')) return undefined
  return { message: 'no build stage in current context', at: first.text }
}

/** Lines and columns, zero-based. */
type Range = ReturnType<Instruction['getRange']>
type PlaceOf = (range: Range | null) => Text

/** Turns the library's lines and columns into slices of the text. */
function placesIn(text: Text): PlaceOf {
  const starts = [0]
  for (const match of text.value.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const offset = (position: Range['start']): number => (starts[position.line] ?? text.value.length) + position.character
  return (range) => (range ? slice(text, offset(range.start), offset(range.end)) : emptyText)
}

function instructionOf(instruction: Instruction, place: PlaceOf): DockerInstruction {
  const words = instruction.getArguments().map((argument) => place(argument.getRange()))
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : []
  const exec = instruction instanceof JSONInstruction && instruction.getClosingBracket() ? instruction : undefined
  return {
    keyword: instruction.getKeyword(),
    text: place(instruction.getRange()),
    words,
    pairs: instruction instanceof PropertyInstruction ? pairsOf(instruction, place) : [],
    rest: restOf(instruction, place, words[0]),
    flags: flags.map((flag) => ({ name: flag.getName(), value: place(flag.getValueRange()) })),
    exec: exec?.getJSONStrings().map((item) => stringOf(item.getJSONValue(), place(item.getRange()))),
  }
}

/** The item of an exec form without its quotes; one with an escape comes from its place as a whole. */
function stringOf(value: string, quoted: Text): Text {
  const inner = slice(quoted, 1, quoted.value.length - 1)
  return inner.value === value ? inner : spoken(value, placeOf(quoted))
}

function restOf(instruction: Instruction, place: PlaceOf, first: Text | undefined): Text {
  if (!first) return emptyText
  const start = first.pieces[0]?.at.start ?? 0
  const parts = instruction.getArgumentsRanges().map(place)
  return concatAll(parts.map((part) => slice(part, Math.max(0, start - (part.pieces[0]?.at.start ?? 0)))))
}

function stagesOf(instructions: readonly DockerInstruction[]): readonly Stage[] {
  const stages: Stage[] = []
  let start = 0
  for (let end = 1; end <= instructions.length; end += 1) {
    if (end < instructions.length && instructions[end]?.keyword !== 'FROM') continue
    stages.push(stageOf(instructions[start] as DockerInstruction, instructions.slice(start + 1, end)))
    start = end
  }
  return stages
}

function stageOf(from: DockerInstruction, instructions: readonly DockerInstruction[]): Stage {
  const named = from.words[1]?.value.toLowerCase() === 'as'
  return {
    from: from.text,
    image: from.words[0] ?? emptyText,
    name: named ? from.words[2] : undefined,
    platform: flagOf(from, 'platform'),
    arguments: argumentsOf(instructions),
    instructions,
  }
}

const argumentsOf = (instructions: readonly DockerInstruction[]): readonly Argument[] =>
  instructions.filter((one) => one.keyword === 'ARG').flatMap((one) => one.pairs)

/** `A=1 B="2 3" C`: names with their values, quotes taken off. */
const pairsOf = (instruction: PropertyInstruction, place: PlaceOf): readonly Argument[] =>
  instruction.getProperties().map((property) => {
    const range = property.getValueRange()
    return { name: place(property.getNameRange()), value: range ? unquoted(place(range)) : undefined }
  })

const unquoted = (text: Text): Text =>
  /^(?:"[^"\\]*"|'[^']*')$/.test(text.value) ? slice(text, 1, text.value.length - 1) : text

/** The value of an instruction's flag (`--from`, `--platform`, `--chmod`). */
export const flagOf = (instruction: DockerInstruction, name: string): Text | undefined =>
  instruction.flags.find((flag) => flag.name === name)?.value

/** The stage that a build makes: the one of that name or number, or the last. */
export function stageBuilt(dockerfile: Dockerfile, target: string | undefined): Stage | undefined {
  if (!target) return dockerfile.stages.at(-1)
  const named = dockerfile.stages.find((stage) => stage.name?.value.toLowerCase() === target.toLowerCase())
  return named ?? (/^\d+$/.test(target) ? dockerfile.stages[Number(target)] : undefined)
}

/** A stage and the stages it builds on, from the stage down to the one with a base image from outside. */
export function lineageOf(dockerfile: Dockerfile, stage: Stage): readonly Stage[] {
  const lineage = [stage]
  for (;;) {
    const current = lineage.at(-1) as Stage
    const earlier = dockerfile.stages.slice(0, dockerfile.stages.indexOf(current))
    const base = earlier.findLast((one) => one.name?.value.toLowerCase() === current.image.value.toLowerCase())
    if (!base) return lineage
    lineage.push(base)
  }
}

/** The last instruction of a keyword that counts in a stage, looking through the stages it builds on. */
export function lastOf(dockerfile: Dockerfile, stage: Stage, keyword: string): DockerInstruction | undefined {
  for (const one of lineageOf(dockerfile, stage)) {
    const found = one.instructions.findLast((instruction) => instruction.keyword === keyword)
    if (found) return found
  }
  return undefined
}

/**
 * `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}` in a text put in, as BuildKit does in `FROM`
 * (frontend/dockerfile/shell). Undefined where a variable has no value, or the form is another.
 */
export function expanded(text: Text, lookUp: (name: string) => Text | undefined): Text | undefined {
  const pattern = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^${}]*))?\}|)/g
  const parts: Text[] = []
  let from = 0
  for (const match of text.value.matchAll(pattern)) {
    const name = match[1] ?? match[2]
    if (name === undefined) return undefined
    const value = lookUp(name)
    const fallback = match[4] === undefined ? undefined : spoken(match[4], placeOf(text))
    const set = value !== undefined && (value.value !== '' || !match[3]?.startsWith(':'))
    const result = match[3]?.endsWith('+') ? (set ? fallback : emptyText) : set ? value : fallback
    if (result === undefined) return undefined
    parts.push(slice(text, from, match.index), usedAt(result, placeOf(slice(text, match.index, match.index + 1))))
    from = match.index + match[0].length
  }
  return concatAll([...parts, slice(text, from)])
}
