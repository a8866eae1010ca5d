import { type Functions, makes, str } from '../function.ts'
import { adler32, sha1, sha256, sha512, toHex } from '../hash.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Standard base64 of UTF-8, or of bytes. */
export function base64(input: string | Uint8Array): string {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input
  const chunks: string[] = []
  // A multiple of three, so that the parts fit together.
  for (let start = 0; start < bytes.length; start += 24_576)
    chunks.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 24_576))))
  return chunks.join('')
}

/** base64.StdEncoding.DecodeString, or Go's complaint. Line breaks are skipped. */
function decodeBase64(input: string): string {
  const plain = input.replace(/[\r\n]/g, '')
  const bad = /[^A-Za-z0-9+/]/.exec(plain.replace(/={1,2}$/, ''))
  if (bad)
    return `illegal base64 data at input byte ${encoder.encode(input.slice(0, input.indexOf(bad[0], bad.index))).length}`
  if (plain.length % 4 !== 0 || /={3}/.test(plain))
    return `illegal base64 data at input byte ${plain.replace(/=+$/, '').length - (plain.replace(/=+$/, '').length % 4)}`
  return decoder.decode(Uint8Array.from(atob(plain), (character) => character.charCodeAt(0)))
}

const alphabet32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(input: string): string {
  let bits = [...encoder.encode(input)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0')
  const characters = (bits.match(/.{5}/g) ?? []).map((group) => alphabet32[Number.parseInt(group, 2)]).join('')
  return characters.padEnd(Math.ceil(characters.length / 8) * 8, '=')
}

function decodeBase32(input: string): string {
  const plain = input.replace(/[\r\n]/g, '').replace(/=+$/, '')
  const bad = /[^A-Z2-7]/.exec(plain)
  if (bad) return `illegal base32 data at input byte ${bad.index}`
  const bits = [...plain].map((character) => alphabet32.indexOf(character).toString(2).padStart(5, '0')).join('')
  return decoder.decode(Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)))
}

/** A function that takes `weight` times as long for a character as others do. */
const costly = (weight: number, run: (text: string) => string) =>
  makes('string', ([text], call) => {
    call.spend(weight * str(text).length)
    return run(str(text))
  })

export const encodingFunctions: Functions = {
  b64enc: makes('string', ([text]) => base64(str(text))),
  b64dec: makes('string', ([text]) => decodeBase64(str(text))),
  b32enc: costly(300, base32),
  b32dec: costly(300, decodeBase32),
  sha1sum: makes('string', ([text]) => toHex(sha1(encoder.encode(str(text))))),
  sha256sum: makes('string', ([text]) => toHex(sha256(encoder.encode(str(text))))),
  sha512sum: costly(100, (text) => toHex(sha512(encoder.encode(text)))),
  adler32sum: makes('string', ([text]) => String(adler32(encoder.encode(str(text))))),
}
