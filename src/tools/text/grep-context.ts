import { concatAll, spoken, type Text } from '../../source/text.ts'
import { type GrepSearch, prefixOf, selectsLine } from './grep-search.ts'
import type { Input } from './input.ts'
import { endOf, linesOf } from './lines.ts'
import { argumentOf } from './options.ts'

/** `-A`, `-B`, `-C`: lines around the selected ones, `--` between stretches. Undefined: nobody can say. */
export function grepWithContext(search: GrepSearch, inputs: readonly Input[]): Text | undefined {
  const size = (name: string): number =>
    Number((argumentOf(search.options, name) ?? argumentOf(search.options, 'C'))?.value ?? 0)
  const [before, after] = [size('B'), size('A')]
  const odd = search.options.given.some(({ name }) => 'oclLmq'.includes(name))
  if (odd || !Number.isInteger(before) || !Number.isInteger(after)) return undefined
  const printed: Text[] = []
  for (const input of inputs) {
    const lines = linesOf(input.text)
    const selected = lines.map((line) => selectsLine(search, line))
    if (selected.includes('unknown')) return undefined
    let last: number | undefined
    let reaches = -1
    for (const [index, line] of lines.entries()) {
      if (selected[index]) reaches = index + after
      const ahead = selected.slice(index, index + before + 1).includes(true)
      if (!ahead && index > reaches) continue
      if (printed.length > 0 && last !== index - 1) printed.push(spoken('--\n', search.call.at))
      printed.push(
        prefixOf(search, input, index + 1, selected[index] ? ':' : '-'),
        line.body,
        endOf(line, search.call.at),
      )
      last = index
    }
  }
  return concatAll(printed)
}
