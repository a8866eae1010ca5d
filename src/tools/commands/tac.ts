import { inputsOf, statusOf } from '../text/input.ts'
import { joinLines, linesOf } from '../text/lines.ts'
import { done, opaque } from '../text/outcome.ts'
import { saysNothing } from '../text/possible.ts'
import { command } from '../tool.ts'

export const tac = command('tac', (call, machine) => {
  const inputs = inputsOf(call, machine, call.args)
  const texts = inputs.map((input) => linesOf(input.text).toReversed())
  if (call.args.some(({ value }) => /^-./.test(value)) || texts.flat().some(({ body }) => saysNothing(body.value)))
    return opaque(
      call,
      machine,
      inputs.map((input) => input.text),
    )
  return done(joinLines(texts.flat()), statusOf(inputs))
})
