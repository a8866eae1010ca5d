import { concatAll, slice, type Text } from '../../source/text.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { joinLines, linesOf } from '../text/lines.ts'
import { done } from '../text/outcome.ts'
import { despiteUnknowns } from '../text/possible.ts'
import { command } from '../tool.ts'

export const rev = command('rev', (call, machine) => {
  const inputs = inputsOf(call, machine, call.args)
  const lines = inputs.flatMap((input) => linesOf(input.text))
  const turned = lines.map(({ body, end }) => ({ body: despiteUnknowns(machine.names, 'rev', body, reversed), end }))
  return done(joinLines(turned), statusOf(inputs))
})

function reversed(text: Text): Text {
  let end = text.value.length
  const parts = Array.from(text.value)
    .reverse()
    .map((character) => {
      end -= character.length
      return slice(text, end, end + character.length)
    })
  return concatAll(parts)
}
