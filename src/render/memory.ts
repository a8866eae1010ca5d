import type { Text } from '../source/text.ts'
import { holdsUnknown, type Names } from '../source/unknown.ts'
import type { Render, Rendered, RenderFiles, RenderRequest } from './render.ts'

/** What a rendering was made of: everything it asked of the files, and what it was told. */
interface Remembered {
  readonly request: RenderRequest
  readonly asked: Asked
  readonly result: Rendered
  readonly weight: number
}

interface Asked {
  readonly read: Map<string, Text | undefined>
  readonly list: Map<string, string>
  readonly isDirectory: Map<string, boolean>
}

/** For one path: a monorepo deploys a chart a dozen times, and each commit and each story does so once more. */
const mostRemembered = 40
/** For all paths, in characters that were read and made: a repository of hundreds of charts is not kept as a whole. */
const heaviestMemory = 32_000_000
/** A piece takes about as much room as this many characters. */
const weightOfPiece = 40

/**
 * The same renderer, which renders equal input once: many jobs, two commits and several stories build the same overlay, and the
 * text that comes out is then also parsed once.
 */
export function remembering(render: Render): Render {
  // The path that was asked for last stands last.
  const known = new Map<string, readonly Remembered[]>()
  return (request, files) => {
    const key = `${request.kind}\0${request.path}`
    const remembered = known.get(key) ?? []
    const keep = (list: readonly Remembered[]): void => {
      known.delete(key)
      known.set(key, list)
    }
    const found = remembered.find(
      (one) => sameRequest(one.request, request) && answersAlike(one.asked, files) && isFor(one, request.names),
    )
    if (found) {
      keep(remembered)
      return found.result
    }
    const asked: Asked = { read: new Map(), list: new Map(), isDirectory: new Map() }
    const result = proven(render(request, listening(files, asked)), request, asked)
    keep([{ request, asked, result, weight: weightOf(asked, result) }, ...remembered].slice(0, mostRemembered))
    forgetOldest(known)
    return result
  }
}

/** What was not asked for longest goes first. */
function forgetOldest(known: Map<string, readonly Remembered[]>): void {
  let left = heaviestMemory
  for (const [key, list] of [...known].toReversed()) {
    const kept = list.filter(({ weight }) => {
      left -= weight
      return left >= 0
    })
    if (kept.length === 0) known.delete(key)
    else if (kept.length < list.length) known.set(key, kept)
  }
}

function weightOf({ read }: Asked, result: Rendered): number {
  const made = result.kind === 'text' ? result.text.value.length + weightOfPiece * result.text.pieces.length : 0
  return [...read.values()].reduce((sum, text) => sum + (text?.value.length ?? 0), made)
}

/** A failure over text that holds an unknown proves nothing: what stands there in truth may be read without trouble. */
function proven(result: Rendered, request: RenderRequest, asked: Asked): Rendered {
  if (result.kind !== 'fails') return result
  const unread = [...asked.read.values()].some((text) => text && holdsUnknown(text.value))
  const given =
    request.values.some((one) => holdsUnknown(one.text.value)) && /pars|unmarshal|yaml: /i.test(result.message)
  return unread || given
    ? { kind: 'unsupported', reason: `${result.message} (over something that only a run knows)` }
    : result
}

/** Unknowns mean something in the rehearsal that made them, and nowhere else. */
const isFor = ({ request, result }: Remembered, names: Names | undefined): boolean =>
  request.names === names || (result.kind === 'text' && !holdsUnknown(result.text.value))

function sameRequest(a: RenderRequest, b: RenderRequest): boolean {
  return (
    sameText(a.release, b.release) &&
    sameText(a.namespace, b.namespace) &&
    a.includeCrds === b.includeCrds &&
    a.absent === b.absent &&
    JSON.stringify(a.versions) === JSON.stringify(b.versions) &&
    a.values.length === b.values.length &&
    a.values.every((one, index) => one.kind === b.values[index]?.kind && sameText(one.text, b.values[index]?.text))
  )
}

/** The same characters from the same places. */
const sameText = (a: Text | undefined, b: Text | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    a.value === b?.value &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, index) => samePiece(piece, b.pieces[index])))

function samePiece(a: Text['pieces'][number], b: Text['pieces'][number] | undefined): boolean {
  return (
    b !== undefined &&
    a.end === b.end &&
    a.exact === b.exact &&
    a.at.source === b.at.source &&
    a.at.start === b.at.start &&
    a.at.end === b.at.end &&
    a.via.length === b.via.length
  )
}

const answersAlike = (asked: Asked, files: RenderFiles): boolean =>
  [...asked.read].every(([path, text]) => sameText(files.read(path), text)) &&
  [...asked.list].every(([path, names]) => files.list(path).join('\0') === names) &&
  [...asked.isDirectory].every(([path, answer]) => files.isDirectory(path) === answer)

function listening(files: RenderFiles, asked: Asked): RenderFiles {
  const remember = <T, S>(map: Map<string, S>, path: string, answer: T, as: S): T => {
    map.set(path, as)
    return answer
  }
  return {
    ...files,
    read: (path) => {
      const text = files.read(path)
      return remember(asked.read, path, text, text)
    },
    list: (path) => {
      const names = files.list(path)
      return remember(asked.list, path, names, names.join('\0'))
    },
    isDirectory: (path) => {
      const answer = files.isDirectory(path)
      return remember(asked.isDirectory, path, answer, answer)
    },
  }
}
