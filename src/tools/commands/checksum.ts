import { concat, concatAll, placeOf, spoken } from '../../source/text.ts'
import { show, unknownText } from '../../source/unknown.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** Checksums are unknown, and the same for the same content. */
export const checksum = command(['md5sum', 'sha1sum', 'sha256sum', 'sha512sum'], (call, machine) => {
  if (call.args.some(({ value }) => /^-./.test(value))) return opaque(call, machine)
  const inputs = inputsOf(call, machine, call.args)
  const name = call.name.value
  const lines = inputs
    .filter((input) => input.found !== false)
    .map((input) => {
      const at = input.text.value === '' ? call.at : placeOf(input.text)
      const label = input.name === '-' ? name : `${name} ${show(machine.names, input.name)}`
      const sum = unknownText(machine.names, `${name}(${input.text.value})`, label, at)
      return concat(sum, spoken(`  ${input.name}\n`, call.at))
    })
  return done(concatAll(lines), statusOf(inputs))
})
