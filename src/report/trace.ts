import type { Span } from '../source/span.ts'
import type { Delivery, Trace } from '../world/deliveries.ts'
import { placeInWords } from './place.ts'
import { visible } from './visible.ts'

const marks = { ok: '✓', broken: '✗', unknown: '?' } as const

/** The delivery map as text, grouped by what starts a delivery, and why it counts as one where nothing here states it. */
export function traceText({ deliveries }: Trace): string {
  if (deliveries.length === 0) return 'no container delivery was found here\n'
  const occasions = new Map<string, string>()
  for (const delivery of deliveries) {
    const { occasion, reason } = delivery
    const head = `on ${visible(occasion)}${reason ? `, because ${visible(reason)}` : ''}\n`
    occasions.set(head, (occasions.get(head) ?? '') + block(delivery))
  }
  return [...occasions].map(([head, blocks]) => head + blocks).join('\n')
}

function block(delivery: Delivery): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['built', wherever(delivery.builtAt)],
    ['pushed', wherever(delivery.pushedAt)],
    ['deployed', wherever(delivery.pulledAt)],
    ['pods', delivery.workload],
    ['cluster', delivery.cluster],
    ['nodes', delivery.nodes],
  ]
  const shown = rows.map(([name, value]) => `    ${name.padEnd(9)}${value ? visible(value) : 'not known'}\n`)
  return `  ${marks[delivery.state]} ${visible(delivery.image)}\n${shown.join('')}`
}

const wherever = (span: Span | undefined): string | undefined => (span ? placeInWords(span) : undefined)
