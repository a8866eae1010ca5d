import { concat, emptyText, join, spoken } from '../../source/text.ts'
import { readEscapes } from '../../syntax/shell-escapes.ts'
import { done } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** Bash's builtin: `-n`, `-e`, `-E` in any combination, words joined by one space. */
export const echo = command('echo', (call) => {
  let first = 0
  let newline = true
  let escapes = false
  for (; /^-[neE]+$/.test(call.args[first]?.value ?? ''); first += 1)
    for (const flag of (call.args[first]?.value ?? '').slice(1)) {
      if (flag === 'n') newline = false
      else escapes = flag === 'e'
    }
  const words = join(call.args.slice(first), spoken(' ', call.at))
  const { text, stops } = escapes ? readEscapes(words, 'echo') : { text: words, stops: false }
  return done(concat(text, newline && !stops ? spoken('\n', call.at) : emptyText))
})
