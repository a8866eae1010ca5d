import type { Text } from '../../source/text.ts'
import { failed } from '../text/outcome.ts'
import { evaluateTest } from '../text/test-expression.ts'
import { command } from '../tool.ts'

export const test = command(['test', '['], (call, machine) => {
  const bracket = call.name.value === '['
  if (bracket && call.args.at(-1)?.value !== ']') return failed(2)
  const words: readonly Text[] = bracket ? call.args.slice(0, -1) : call.args
  const answer = evaluateTest(words, machine)
  if (answer === 'unknown') return { ...failed(), status: 'unknown' }
  return failed(answer === undefined ? 2 : answer ? 0 : 1)
})
