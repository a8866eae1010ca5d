import { CallError, Failure, Unsupported } from './helm/failure.ts'
import { renderChart } from './helm/helm.ts'
import { isBroken } from './helm/loss.ts'
import { findUnread, settingWithout, type UnreadSetting } from './helm/unread.ts'
import { findUnreadKeys, type UnreadKey } from './helm/unread-values.ts'
import { findWiped, type WipedElement } from './helm/wiped.ts'
import type { Rendered, RenderFiles, RenderRequest, RenderValues } from './render.ts'
import { render } from './render.ts'

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

function ask(whole: Rendered, request: RenderRequest, files: RenderFiles): Probed {
  if (whole.kind === 'unsupported') return nothing
  /** Not remembered: nobody asks for these again. */
  const otherwise = (values: readonly RenderValues[]): string | Rendered => {
    const other = renderChart({ ...request, values }, files)
    return other.kind === 'text' ? other.text.value : other
  }
  if (whole.kind === 'fails') {
    const mended = findWiped(request, files).filter(({ restored }) => typeof otherwise(restored) === 'string')
    return { ...nothing, wiped: mended.map((one) => ({ ...one, isBroken: true })) }
  }
  const rendered = whole.text.value
  const isElsewhere = (value = ''): boolean => value !== '' && rendered.includes(value)
  const isIdle = ({ setting, assignment }: UnreadSetting): boolean =>
    otherwise(
      request.values.flatMap((value) => (value === setting ? (settingWithout(setting, assignment) ?? []) : [value])),
    ) === rendered
  const isMisplaced = ({ without, moved }: UnreadKey): boolean => {
    const there = moved && otherwise(moved)
    return (moved === undefined || (typeof there === 'string' && there !== rendered)) && otherwise(without) === rendered
  }
  return {
    settings: findUnread(request, files)
      .filter(isIdle)
      .map((one) => ({ ...one, isElsewhere: isElsewhere(one.value.value) })),
    keys: findUnreadKeys(request, files)
      .filter(isMisplaced)
      .map((one) => ({ ...one, isElsewhere: isElsewhere(one.value?.value) })),
    wiped: findWiped(request, files).flatMap((one) => {
      const other = renderChart({ ...request, values: one.restored }, files)
      if (other.kind !== 'text' || other.text.value === rendered) return []
      return [{ ...one, isBroken: whole.uncertain.length === 0 && isBroken(whole.text, other.text) }]
    }),
  }
}
