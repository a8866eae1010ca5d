import type { Delivery, Trace } from '../world/deliveries.ts'
import { codeBlock } from './markdown.ts'
import { placeInWords } from './place.ts'
import { visible } from './visible.ts'

/** More than this is no picture any more. */
const mostDeliveries = 30

/** The delivery map as a Mermaid flowchart in a code block; empty where there is nothing to draw, or too much. */
export function deliveryMap({ deliveries }: Trace): string {
  if (deliveries.length === 0 || deliveries.length > mostDeliveries) return ''
  const nodes = new Map<string, string>()
  const idOf = (declaration: string): string => {
    const known = nodes.get(declaration)
    if (known) return known
    const id = `n${nodes.size + 1}`
    nodes.set(declaration, id)
    return id
  }
  const edges = new Set(deliveries.flatMap((delivery) => edgesOf(delivery, idOf)))
  const lines = [
    'flowchart LR',
    ...[...nodes].map(([declaration, id]) => `${id}${declaration}`),
    ...edges,
    'classDef broken stroke:#cf222e,stroke-width:3px',
  ]
  return codeBlock('mermaid', lines.map((line) => `${line}\n`).join(''))
}

/** built → image → pods → nodes. A box is the same box when it says the same. */
function edgesOf(delivery: Delivery, idOf: (declaration: string) => string): readonly string[] {
  const mark = delivery.state === 'broken' ? ':::broken' : ''
  const made = delivery.pushedAt ?? delivery.builtAt
  const build = made ? idOf(box(['build', placeInWords(made)])) : undefined
  const image = idOf(`${rounded([delivery.image])}${mark}`)
  const pods = idOf(`${box([delivery.workload, delivery.pulledAt ? placeInWords(delivery.pulledAt) : ''])}${mark}`)
  const nodes = idOf(box([delivery.cluster, delivery.nodes]))
  const arrow = delivery.state === 'broken' ? '-. ✗ .->' : delivery.state === 'unknown' ? '-.->' : '-->'
  return [...(build ? [`${build} --> ${image}`] : []), `${image} ${arrow} ${pods}`, `${pods} --> ${nodes}`]
}

const box = (lines: readonly string[]): string => `["${label(lines)}"]`
const rounded = (lines: readonly string[]): string => `(["${label(lines)}"])`

const longestLabel = 80

/** Mermaid reads `#35;` as a character; letters, digits and a few marks stay as they are. */
function label(lines: readonly string[]): string {
  const filled = lines.filter((line) => line !== '').map((line) => visible(line))
  const short = filled.map((line) => (line.length > longestLabel ? `…${line.slice(1 - longestLabel)}` : line))
  return short.map((line) => visible(line).replace(/[!-,:-@[-`{-~]/g, codeOf)).join('<br/>') || 'not known'
}

const codeOf = (mark: string): string => `#${mark.charCodeAt(0)};`
