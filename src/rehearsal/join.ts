import { concat, concatAll, emptyText, lines, placeOf, slice, spoken, type Text } from '../source/text.ts'
import { equalToNothing, holdsUnknown, type Names, show, unknown } from '../source/unknown.ts'
import { resolvePath } from '../world/files.ts'
import type { Machine, Variable } from '../world/machine.ts'
import type { Image } from '../world/registry.ts'

/** The key of "these two are equal": whoever asks it of the same two values gets the same condition. */
export const equality = (a: string, b: string): string => (a >= b ? `${a} = ${b}` : `${b} = ${a}`)

/** Both sides of a condition that nobody can decide, after both have run on a fork of the same machine. */
export interface Sides<T> {
  readonly condition: string
  readonly yes: T
  readonly no: T
  /** The side that holds may have run several times: what it changed says nothing, not even at its ends. */
  readonly repeated?: boolean
}

/** Longer values are not shown in the name of what they became. */
const longestShown = 40

/** Where a value may be cut so that the rest is still a whole: `app:` stays, `dev` or `prod` does not. */
const seams = /[/:@=,\s]/

/** One value in place of two: what both begin and end with, and between them one unknown. */
export function joinText(names: Names, { condition, yes, no, repeated }: Sides<Text>): Text {
  if (yes.value === no.value) return yes
  const head = repeated ? 0 : commonHead(yes.value, no.value)
  const tail = repeated ? 0 : commonTail(yes.value.slice(head), no.value.slice(head))
  const ours = slice(yes, head, yes.value.length - tail)
  const theirs = slice(no, head, no.value.length - tail)
  const at = placeOf(ours.value === '' ? theirs : ours)
  const middle = spoken(
    unknown(names, `${condition} ? ${ours.value} : ${theirs.value}`, either(names, ours, theirs)),
    at,
  )
  return concat(slice(yes, 0, head), middle, slice(yes, yes.value.length - tail))
}

function either(names: Names, a: Text, b: Text): string {
  const both = [a, b].map((side) => (side.value === '' ? 'nothing' : show(names, side.value)))
  return both.some((side) => side.length > longestShown || side.includes('\n')) ? '?' : both.join(' or ')
}

function commonHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length] && a[length] !== equalToNothing) length += 1
  while (length > 0 && !seams.test(a[length - 1] as string)) length -= 1
  return length
}

function commonTail(a: string, b: string): number {
  let length = 0
  while (
    length < a.length &&
    length < b.length &&
    a[a.length - 1 - length] === b[b.length - 1 - length] &&
    a[a.length - 1 - length] !== equalToNothing
  )
    length += 1
  while (length > 0 && !seams.test(a[a.length - length] as string)) length -= 1
  return length
}

/** As joinText, for files and output: lines that both have stay, an assignment of the same name keeps its name. */
export function joinLines(names: Names, sides: Sides<Text>): Text {
  const { yes, no, repeated } = sides
  if (yes.value === no.value) return yes
  const [ours, theirs] = [wholeLines(yes), wholeLines(no)]
  const head = commonLines(ours, theirs)
  const [left, right] = [ours.slice(head), theirs.slice(head)]
  const rest =
    !repeated && left.length === right.length
      ? left.map((line, index) => joinLine(names, { ...sides, yes: line, no: right[index] as Text }))
      : [joinWhole(names, { ...sides, yes: concatAll(left), no: concatAll(right) })]
  return concatAll([...ours.slice(0, head), ...rest])
}

function commonLines(a: readonly Text[], b: readonly Text[]): number {
  let count = 0
  while (count < Math.min(a.length, b.length) && a[count]?.value === b[count]?.value) count += 1
  return count
}

/** One unknown, and a line end behind it where both sides end with one. */
function joinWhole(names: Names, sides: Sides<Text>): Text {
  const { yes, no } = sides
  const whole = { ...sides, repeated: true }
  if (!yes.value.endsWith('\n') || !no.value.endsWith('\n')) return joinText(names, whole)
  const body = joinText(names, {
    ...whole,
    yes: slice(yes, 0, yes.value.length - 1),
    no: slice(no, 0, no.value.length - 1),
  })
  return concat(body, slice(yes, yes.value.length - 1))
}

const assignment = /^([\w.-]+)=/

/**
 * As joinLines, for the files that a runner reads back (`$GITHUB_OUTPUT`, `$GITHUB_ENV`): what one side alone sets is for the
 * other what it was before, or empty.
 */
function joinAssignments(names: Names, sides: Sides<Text>): Text {
  const [ours, theirs] = [wholeLines(sides.yes), wholeLines(sides.no)]
  const head = commonLines(ours, theirs)
  const [left, right] = [ours.slice(head), theirs.slice(head)]
  if (![...left, ...right].every((line) => assignment.test(line.value) && line.value.endsWith('\n')))
    return joinLines(names, sides)
  const last = (side: readonly Text[], name: string): Text | undefined =>
    side.findLast((line) => line.value.startsWith(`${name}=`))
  const set = new Set([...left, ...right].map((line) => (assignment.exec(line.value) as RegExpExecArray)[1] as string))
  const joined = [...set].map((name) => {
    const [yes, no] = [last(ours, name), last(theirs, name)]
    const line = (yes ?? no) as Text
    const empty = concat(slice(line, 0, name.length + 1), slice(line, line.value.length - 1))
    return joinLine(names, { ...sides, yes: yes ?? empty, no: no ?? empty })
  })
  return concatAll([...ours.slice(0, head), ...joined])
}

/** The lines with their line ends. */
const wholeLines = (text: Text): readonly Text[] => {
  let start = 0
  return lines(text).map((line) => {
    const end = text.value.indexOf('\n', start + line.value.length)
    const whole = slice(text, start, end < 0 ? text.value.length : end + 1)
    start += whole.value.length
    return whole
  })
}

function joinLine(names: Names, sides: Sides<Text>): Text {
  const { yes, no, repeated } = sides
  if (yes.value === no.value) return yes
  const name = assignment.exec(yes.value)?.[0]
  if (repeated || name === undefined || name !== assignment.exec(no.value)?.[0]) return joinWhole(names, sides)
  return joinText(names, sides)
}

/**
 * Brings two forks of a machine together again on `target` (which may be one of them). What differs becomes one unknown;
 * `when` is left alone.
 */
export function joinMachines(target: Machine, sides: Sides<Machine>): void {
  const { condition, yes, no } = sides
  const { names } = target
  const of = <T>(yesSide: T, noSide: T): Sides<T> => ({ ...sides, yes: yesSide, no: noSide })
  const namespace = joinOptional(names, of(yes.namespace, no.namespace))
  const files = joinFiles(names, sides)
  const variables = joinVariables(names, of(yes.variables, no.variables))
  if (yes.directory !== no.directory) {
    const key = `${condition} ? ${yes.directory} : ${no.directory}`
    target.directory = resolvePath('/', unknown(names, key, 'the working directory'))
    files.blur()
  } else target.directory = yes.directory
  target.files = files
  target.variables = variables
  target.logins = [...new Set([...yes.logins, ...no.logins])]
  target.images = joinImages(yes.images, no.images)
  target.builder = sameBuilder(yes, no) ? yes.builder : { driver: 'unknown', at: yes.builder.at ?? no.builder.at }
  // A side that connects where the other has nothing makes sure of what is meant to be there anyway.
  target.cluster = sameCluster(yes, no)
    ? yes.cluster
    : yes.cluster && no.cluster
      ? undefined
      : (yes.cluster ?? no.cluster)
  target.namespace = namespace
  if (yes.openEnvironment || no.openEnvironment) target.openEnvironment = true
}

const sameBuilder = (a: Machine, b: Machine): boolean => a.builder.driver === b.builder.driver

const sameCluster = (a: Machine, b: Machine): boolean =>
  a.cluster === b.cluster ||
  (a.cluster?.name !== undefined &&
    a.cluster.name.value === b.cluster?.name?.value &&
    a.cluster.provider === b.cluster.provider)

function joinOptional(names: Names, sides: Sides<Text | undefined>): Text | undefined {
  if (!sides.yes && !sides.no) return undefined
  return joinText(names, { ...sides, yes: sides.yes ?? emptyText, no: sides.no ?? emptyText, repeated: true })
}

function joinVariables(names: Names, sides: Sides<ReadonlyMap<string, Variable>>): ReadonlyMap<string, Variable> {
  const { yes, no } = sides
  if (yes === no) return yes
  const joined = new Map<string, Variable>()
  for (const name of new Set([...yes.keys(), ...no.keys()])) {
    const [ours, theirs] = [yes.get(name), no.get(name)]
    const text = joinText(names, { ...sides, yes: ours?.text ?? emptyText, no: theirs?.text ?? emptyText })
    joined.set(name, { text, exported: Boolean(ours?.exported || theirs?.exported) })
  }
  return joined
}

function joinFiles(names: Names, sides: Sides<Machine>): Machine['files'] {
  const { yes, no } = sides
  const files = yes.files.fork()
  if (no.files.blurred()) files.blur()
  for (const path of new Set([...yes.files.changed().keys(), ...no.files.changed().keys()])) {
    const [ours, theirs] = [yes.files.read(path), no.files.read(path)]
    const join = isReadBack(yes, path) ? joinAssignments : joinLines
    const certain = ours && theirs && yes.files.exists(path) === true && no.files.exists(path) === true
    const text = join(names, { ...sides, yes: ours ?? emptyText, no: theirs ?? emptyText })
    if (!ours && !theirs) continue
    if (!certain && !isReadBack(yes, path)) files.doubt(path, text)
    else if (ours?.value !== theirs?.value) files.write(path, text)
  }
  for (const path of new Set([...yes.files.directories(), ...no.files.directories()]))
    if (yes.files.exists(path) !== no.files.exists(path)) files.doubt(path, undefined)
  return files
}

const isReadBack = ({ variables }: Machine, path: string): boolean =>
  ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE'].some((name) => variables.get(name)?.text.value === path)

/** An image that one side alone has, or has built otherwise, is there for all we know, but nobody knows what is in it. */
function joinImages(yes: ReadonlyMap<string, Image>, no: ReadonlyMap<string, Image>): ReadonlyMap<string, Image> {
  if (yes === no) return yes
  const joined = new Map<string, Image>()
  for (const reference of new Set([...yes.keys(), ...no.keys()])) {
    const [ours, theirs] = [yes.get(reference), no.get(reference)]
    const image = (ours ?? theirs) as Image
    joined.set(reference, !ours || !theirs || ours === theirs ? image : hazy(image))
  }
  return joined
}

const hazy = (image: Image): Image => ({
  ...image,
  platforms: undefined,
  platformsAt: undefined,
  shape: undefined,
  attestations: { kind: 'unknown' },
})

/** Whether nobody can say if the value is empty. */
export const perhapsEmpty = (value: string): boolean =>
  value !== '' && [...value].every((character) => holdsUnknown(character))
