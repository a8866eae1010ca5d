import { concatAll, placeOf, remade, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import { inputsOf, textOf } from '../text/input.ts'
import { argumentOf, has, parseOptions } from '../text/options.ts'
import { done, failed, opaque } from '../text/outcome.ts'
import { type Call, command } from '../tool.ts'

export const base64 = command('base64', (call, machine) => {
  const options = parseOptions(call.args, { short: 'dDw:i', long: { decode: 'd', wrap: 'w', 'ignore-garbage': 'i' } })
  const text = textOf(inputsOf(call, machine, options?.operands ?? []))
  const width = Number((options && argumentOf(options, 'w')?.value) ?? 76)
  if (!options || has(options, 'i') || !(width >= 0)) return opaque(call, machine, [text])
  const decodes = has(options, 'd') || has(options, 'D')
  if (text.value === '') return done()
  if (holdsUnknown(text.value)) return done(obscured(machine.names, decodes ? 'base64 -d' : 'base64', text))
  if (!decodes) return done(wrapped(call, remade(text, encoded(text.value)), width))
  const value = decoded(text.value)
  if (value === undefined) return { ...failed(), status: 'unknown' }
  return holdsUnknown(value) ? opaque(call, machine, [text]) : done(spoken(value, placeOf(text)))
})

const encoded = (value: string): string =>
  btoa(Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join(''))

function decoded(value: string): string | undefined {
  const digits = value.replace(/\n/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits) || digits.length % 4 !== 0) return undefined
  try {
    const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Lines of that many digits; without any width there is no line end at all. */
function wrapped(call: Call, text: Text, width: number): Text {
  if (width === 0) return text
  const lines = Array.from({ length: Math.ceil(text.value.length / width) }, (_, at) =>
    slice(text, at * width, (at + 1) * width),
  )
  return concatAll(lines.flatMap((line) => [line, spoken('\n', call.at)]))
}
