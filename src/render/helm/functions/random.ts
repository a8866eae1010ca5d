import { spoken, type Text } from '../../../source/text.ts'
import { holdsUnknown, unknown } from '../../../source/unknown.ts'
import { CallError, Unsupported } from '../failure.ts'
import { type Call, type Functions, looks, moves, num, str, textOf } from '../function.ts'
import { int, record, type StructValue, string, type Value } from '../value.ts'
import { base64 } from './encoding.ts'

/**
 * What is different in every run of Helm. Where a rehearsal asks, it is an unknown; else the same sequence every time, in
 * the shape that the real thing has.
 */
function random(kind: string, make: () => string, call: Call): Text {
  if (!call.names) return spoken(make(), call.here)
  return spoken(unknown(call.names, `helm ${kind} ${call.random(2 ** 30)}`, kind), call.here)
}

const digits = '0123456789'
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')

const characters = (count: number, alphabet: string, call: Call): string => {
  call.spend(weightOfByte * count)
  return Array.from({ length: Math.max(0, count) }, () => alphabet[call.random(alphabet.length)]).join('')
}

const randomText = (kind: string, alphabet: string) =>
  moves('int', ([count], call) =>
    string(
      random(kind, () => characters(num(count), alphabet, call), call),
      call.here,
    ),
  )

function bytes(count: number, call: Call): Uint8Array {
  call.spend(weightOfByte * count)
  return Uint8Array.from({ length: count }, () => call.random(256))
}

/** What a random byte costs, in characters. */
const weightOfByte = 50

/** A PEM block of about that many bytes. */
const pem = (label: string, size: number, call: Call): string =>
  `-----BEGIN ${label}-----\n${base64(bytes(size, call)).replace(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`

function certificate(call: Call): StructValue {
  const field = (kind: string, label: string, size: number): Value =>
    string(
      random(kind, () => pem(label, size, call), call),
      call.here,
    )
  const fields = new Map([
    ['Cert', field('certificate', 'CERTIFICATE', 800)],
    ['Key', field('private key', 'RSA PRIVATE KEY', 1190)],
  ])
  return {
    kind: 'struct',
    type: 'sprig.certificate',
    fields,
    print: () => spoken('{}', call.here),
    json: () => record(Object.fromEntries(fields), call.here),
  }
}

const certificates = (params: string) => moves(params, (_, call) => certificate(call))

const bcrypt = (call: Call): string => `$2a$10$${characters(53, `./${letters}${digits}`, call)}`

const uuid = (call: Call): string => {
  const hex = characters(32, '0123456789abcdef', call)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const unsupported = (name: string, params: string) =>
  looks(params, () => {
    throw new Unsupported(`${name} is not supported`)
  })

export const randomFunctions: Functions = {
  randAlphaNum: randomText('randAlphaNum', letters + digits),
  randAlpha: randomText('randAlpha', letters),
  randNumeric: randomText('randNumeric', digits),
  randAscii: randomText('randAscii', printable),
  randBytes: moves('int', ([count], call) => {
    return string(
      random('randBytes', () => base64(bytes(num(count), call)), call),
      call.here,
    )
  }),
  randInt: moves('int int', ([low, high], call) =>
    int(num(low) + call.random(Math.max(1, num(high) - num(low))), call.here),
  ),
  shuffle: moves('string', ([text], call) =>
    string(
      random('shuffle', () => [...str(text)].reverse().join(''), call),
      call.here,
    ),
  ),
  uuidv4: moves('', (_, call) =>
    string(
      random('uuidv4', () => uuid(call), call),
      call.here,
    ),
  ),
  bcrypt: moves('string', (_, call) =>
    string(
      random('bcrypt', () => bcrypt(call), call),
      call.here,
    ),
  ),
  htpasswd: moves('string string', ([user], call) =>
    string(
      str(user).includes(':')
        ? spoken(`invalid username: ${str(user)}`, call.here)
        : random('htpasswd', () => `${textOf(user).value}:${bcrypt(call)}`, call),
      call.here,
    ),
  ),
  genPrivateKey: moves('string', ([kind], call) => {
    const label =
      str(kind) === 'ecdsa'
        ? 'EC PRIVATE KEY'
        : str(kind) === 'ed25519'
          ? 'PRIVATE KEY'
          : str(kind) === 'dsa'
            ? 'DSA PRIVATE KEY'
            : 'RSA PRIVATE KEY'
    return string(
      random('genPrivateKey', () => pem(label, label.startsWith('RSA') ? 2349 : 120, call), call),
      call.here,
    )
  }),
  genCA: certificates('string int'),
  genCAWithKey: certificates('string int string'),
  genSelfSignedCert: certificates('string list list int'),
  genSelfSignedCertWithKey: certificates('string list list int string'),
  genSignedCert: certificates('string list list int certificate'),
  genSignedCertWithKey: certificates('string list list int certificate string'),
  buildCustomCert: moves('string string', ([cert, key], call) => {
    const decoded = (value: Value, what: string): Value => {
      const text = textOf(value)
      if (holdsUnknown(text.value)) return string(text, call.here)
      const plain = text.value.replace(/[\r\n]/g, '')
      if (!base64Form.test(plain)) throw new CallError(`unable to decode base64 ${what}`)
      const bytes = Uint8Array.from(atob(plain), (one) => one.charCodeAt(0))
      const pem = new TextDecoder().decode(bytes)
      if (what === 'certificate' && !pem.includes('-----BEGIN ')) throw new CallError(`unable to decode ${what}`)
      return string(spoken(pem, call.here), call.here)
    }
    return {
      ...certificate(call),
      fields: new Map([
        ['Cert', decoded(cert, 'certificate')],
        ['Key', decoded(key, 'private key')],
      ]),
    }
  }),
  encryptAES: moves('string string', (_, call) =>
    string(
      random('encryptAES', () => base64(bytes(32, call)), call),
      call.here,
    ),
  ),
  decryptAES: unsupported('decryptAES', 'string string'),
  derivePassword: unsupported('derivePassword', 'any string string string string'),
}
