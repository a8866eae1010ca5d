import type { Note } from '../finding.ts'
import type { Span } from '../source/span.ts'
import { originOf, type Piece, placeOf, type Reason, reasons, reasonsFrom, type Text } from '../source/text.ts'
import { isOfThisRun, show } from '../source/unknown.ts'
import type { Pull } from './cluster.ts'
import { workspacePath } from './files.ts'
import type { Push } from './registry.ts'
import type { World } from './world.ts'

/** `container "api" of Deployment shop/api`, as messages name the consumer's end. */
export function nameOfPod(world: World, pull: Pull): string {
  return `container "${show(world.names, pull.container)}" of ${nameOfObject(world, pull)}`
}

/** `Deployment shop/api` */
export function nameOfObject(world: World, pull: Pull): string {
  const { object } = pull
  const name = show(world.names, object.name?.value ?? '')
  const namespace = object.namespace ? `${show(world.names, object.namespace.value)}/` : ''
  return `${object.kind} ${namespace}${name}`
}

/** A chart as a command names it; one of the repository as such where an agent in the cluster takes it. */
export const nameOfChart = (world: World, chart: Text): string =>
  show(world.names, chart.value).replace(new RegExp(`^${workspacePath}/(?=.)`), '')

/** Where the deciding part of a value was written: the piece that only this run knows, else all of it. */
export function decisivePlace(world: World, text: Text): Span {
  let start = 0
  for (const piece of text.pieces) {
    if (isOfThisRun(world.names, text.value.slice(start, piece.end))) return originOf(piece)
    start = piece.end
  }
  const only = text.pieces.length === 1 ? text.pieces[0] : undefined
  return only && only.via.length > 0 ? originOf(only) : placeOf(text)
}

export const noteOfPush = (world: World, push: Push): Note => ({
  at: push.reference.tag && push.reference.tag.value !== '' ? decisivePlace(world, push.reference.tag) : push.at,
  message: `pushes ${show(world.names, push.reference.text.value)}`,
})

/** The way an image reference took: from where the container asks for it back to where its parts were written. */
export const trailOf = (pull: Pull): readonly Note[] => [
  ...pull.reference.text.pieces.flatMap((piece, index) => [
    {
      at: piece.at,
      message: index > 0 || isValue(piece) ? 'this becomes a part of it' : 'the container asks for it here',
    },
    ...piece.via.map((at) => ({ at, message: 'it comes through here' })),
  ]),
  ...reasonsOf(pull.reference.text),
]

/** Of what a template wrote, why it stands there: the values that were empty, the action, the calls around it. */
export function reasonsOf(text: Text): readonly Note[] {
  const values = text.pieces.filter(isValue)
  const pieces = values.length > 0 ? values : text.pieces
  return pieces.flatMap((piece) => reasons(piece).flatMap((reason) => notesOf(reason, isValue(piece))))
}

/** The same for what a template could not even write. */
export const notesOn = (why: Reason | undefined): readonly Note[] =>
  reasonsFrom(why).flatMap((reason) => notesOf(reason, false))

/** The action of a template that puts a value behind a key of the template's own: quotes are its to write, and not the value's. */
export function actionBehind(key: Text, value: Text): Span | undefined {
  const why = value.pieces[0]?.why
  const isTemplates = wroteIt(why) && key.pieces[0]?.at.source === why.at.source
  return isTemplates ? why.at : undefined
}

/** What an action put there, and is no text of the template's own. */
const isValue = ({ at, why }: Piece): boolean => wroteIt(why) && why.at.source !== at.source

const wroteIt = (why: Reason | undefined): why is Reason => why?.kind === 'written' || why?.kind === 'fallback'

/** A condition tells something of the template's own text; a value is there to be changed itself. */
function notesOf({ kind, at, by }: Reason, ofValue: boolean): readonly Note[] {
  const written = { at, message: 'the template writes it here' }
  switch (kind) {
    case 'written':
      return [written]
    case 'fallback':
      return by ? [{ at: by, message: 'this is empty, so that another value takes its place' }, written] : [written]
    case 'call':
      return [{ at, message: 'the template is called here' }]
    case 'condition':
      return ofValue ? [] : [{ at: by ?? at, message: 'it stands there on this condition' }]
  }
}

/** `a`, `a and b`, `a, b and 3 more`: as many as a message can bear. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.slice(0, most)
  const rest = items.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
