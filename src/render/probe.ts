import type { Text } from '../source/text.ts'
import { CallError, Failure, Unsupported } from './helm/failure.ts'
import { renderChart } from './helm/helm.ts'
import { isBroken } from './helm/loss.ts'
import { findUnread, type UnreadSetting } from './helm/unread.ts'
import { findUnreadKeys, type UnreadKey } from './helm/unread-values.ts'
import { findWiped, type WipedElement } from './helm/wiped.ts'
import { type Rendered, type RenderFiles, type RenderRequest, type RenderValues, render } from './render.ts'

/** What comes of the values that a chart is rendered with, proven by rendering it again with others. */
export interface Probed {
  /** Settings that change nothing: no template reads them, and without them the same text comes out. */
  readonly settings: readonly (UnreadSetting & WithEcho)[]
  /** Keys of values files that change nothing, and would change something where they were meant to be. */
  readonly keys: readonly (UnreadKey & WithEcho)[]
  /** List elements whose losses show in what comes out, or are what the rendering fails at. */
  readonly wiped: readonly (WipedElement & { readonly isBroken: boolean })[]
}

interface WithEcho {
  /** The value comes out all the same: another key has it, too. */
  readonly isElsewhere: boolean
}

const nothing: Probed = { settings: [], keys: [], wiped: [] }

/** Equal requests share one result of rendering. */
const known = new WeakMap<Rendered, Probed>()

/** Asks about a chart that was rendered, or failed to be. Never throws. */
export function probe(request: RenderRequest, files: RenderFiles): Probed {
  const whole = render(request, files)
  const before = known.get(whole)
  if (before) return before
  const probed = attempted(() => ask(whole, request, files))
  known.set(whole, probed)
  return probed
}

/** What stops a rendering may stop the questions, too. */
function attempted(ask: () => Probed): Probed {
  try {
    return ask()
  } catch (error) {
    if (
      error instanceof Failure ||
      error instanceof CallError ||
      error instanceof Unsupported ||
      error instanceof RangeError
    )
      return nothing
    throw error
  }
}

/** More renderings than this are not made for the questions of one: a command line may hold any number of settings. */
const mostRenderings = 24

function ask(whole: Rendered, request: RenderRequest, files: RenderFiles): Probed {
  if (whole.kind === 'unsupported') return nothing
  let left = mostRenderings
  // Not remembered: nobody asks for these again.
  const otherwise = (values: readonly RenderValues[]): Text | undefined => {
    left -= 1
    const other = left < 0 ? undefined : renderChart({ ...request, values }, files)
    return other?.kind === 'text' ? other.text : undefined
  }
  if (whole.kind === 'fails') {
    const mended = findWiped(request, files).filter(({ restored }) => otherwise(restored))
    return { ...nothing, wiped: mended.map((one) => ({ ...one, isBroken: true })) }
  }
  const { text, uncertain } = whole
  const isSame = (values: readonly RenderValues[]): boolean => otherwise(values)?.value === text.value
  const echoed = <T extends { readonly value: Text }>(one: T): T & WithEcho => ({
    ...one,
    isElsewhere: one.value.value !== '' && text.value.includes(one.value.value),
  })
  const isMisplaced = ({ without, moved }: UnreadKey): boolean => {
    const there = moved && otherwise(moved)
    return (!moved || (there !== undefined && there.value !== text.value)) && isSame(without)
  }
  return {
    settings: findUnread(request, files)
      .filter(({ without }) => isSame(without))
      .map(echoed),
    keys: findUnreadKeys(request, files).filter(isMisplaced).map(echoed),
    wiped: findWiped(request, files).flatMap((one) => {
      const other = otherwise(one.restored)
      if (!other || other.value === text.value) return []
      return [{ ...one, isBroken: uncertain.length === 0 && isBroken(text, other) }]
    }),
  }
}
