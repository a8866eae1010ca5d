import { compare } from '../../source/compare.ts'
import { inputsOf } from '../text/input.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, failed, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

const grammar = {
  short: 'uqsrNcyalU:C:L:K::',
  long: {
    brief: 'q',
    quiet: 's',
    silent: 's',
    unified: 'u',
    side: 'y',
    recursive: 'r',
    'new-file': 'N',
    text: 'a',
    label: 'L',
    color: 'K',
  },
}

/** Whether two files are the same. What tells them apart is printed in ways that nobody should read. */
export const diff = command(['diff', 'cmp'], (call, machine) => {
  const options = parseOptions(call.args, grammar)
  const [left, right, ...more] = options && options.operands.length > 1 ? inputsOf(call, machine, options.operands) : []
  if (!options || !left || !right || more.length > 0) return opaque(call, machine)
  const files = [left, right]
  const texts = files.map(({ text }) => text)
  if (files.some(({ path }) => path !== undefined && machine.files.isDirectory(path)))
    return opaque(call, machine, texts)
  if (files.some(({ found }) => found === false)) return failed(2)
  const answer = compare(left.text.value, right.text.value)
  const silent = call.name.value === 'cmp' && has(options, 's')
  const says = opaque(call, machine, texts)
  if (answer === 'same' && (silent || !has(options, 's'))) return done()
  if (silent) return { ...done(), status: answer === 'unknown' ? 'unknown' : 1 }
  return answer === 'different' ? { ...says, status: 1 } : says
})
