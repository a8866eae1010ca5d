/** SHA-1, SHA-256 and SHA-512 (FIPS 180-4) and Adler-32 (RFC 1950), pure. */

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += hexOfByte[byte]
  return hex
}

const firstPrimes = (count: number): readonly number[] => {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes
}

/** The first 64 bits behind the point of the `degree`-th root of `value`. */
function rootFraction(value: number, degree: 2n | 3n): bigint {
  const scaled = BigInt(value) << (64n * degree)
  let low = 0n
  let high = 1n << 80n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** degree <= scaled) low = middle
    else high = middle
  }
  return BigInt.asUintN(64, low)
}

const primes = firstPrimes(80)
const cubeRoots = primes.map((prime) => rootFraction(prime, 3n))
const squareRoots = primes.slice(0, 8).map((prime) => rootFraction(prime, 2n))
const k256 = Uint32Array.from(cubeRoots.slice(0, 64), (root) => Number(root >> 32n))
const h256 = Uint32Array.from(squareRoots, (root) => Number(root >> 32n))

/** The message with its padding: a one bit, zeros, the length in bits. */
function padded(message: Uint8Array, block: 64 | 128): DataView {
  const lengthBytes = block / 8
  const size = Math.ceil((message.length + 1 + lengthBytes) / block) * block
  const bytes = new Uint8Array(size)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(size - 8, BigInt(message.length) * 8n)
  return view
}

const rotated = (value: number, by: number): number => (value >>> by) | (value << (32 - by))

export function sha256(message: Uint8Array): Uint8Array {
  const view = padded(message, 64)
  const state = h256.slice()
  const w = new Uint32Array(64)
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(offset + t * 4)
    for (let t = 16; t < 64; t += 1) {
      const [a, b] = [w[t - 15] as number, w[t - 2] as number]
      const s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3)
      const s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10)
      w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0
    }
    rounds256(state, w)
  }
  return toBytes(state)
}

function rounds256(state: Uint32Array, w: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (k256[t] as number) + (w[t] as number)) | 0
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] as number) + value
  })
}

function toBytes(state: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(state.length * 4))
  state.forEach((word, index) => {
    view.setUint32(index * 4, word)
  })
  return new Uint8Array(view.buffer)
}

export function sha1(message: Uint8Array): Uint8Array {
  const view = padded(message, 64)
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const w = new Uint32Array(80)
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(offset + t * 4)
    for (let t = 16; t < 80; t += 1)
      w[t] = rotated((w[t - 3] as number) ^ (w[t - 8] as number) ^ (w[t - 14] as number) ^ (w[t - 16] as number), 31)
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
    for (let t = 0; t < 80; t += 1) {
      const mixed = t < 20 ? (b & c) ^ (~b & d) : t >= 40 && t < 60 ? (b & c) ^ (b & d) ^ (c & d) : b ^ c ^ d
      const constant = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][Math.floor(t / 20)] as number
      const next = (rotated(a, 27) + mixed + e + constant + (w[t] as number)) | 0
      e = d
      d = c
      c = rotated(b, 2)
      b = a
      a = next
    }
    ;[a, b, c, d, e].forEach((value, index) => {
      state[index] = (state[index] as number) + value
    })
  }
  return toBytes(state)
}

const rotated64 = (value: bigint, by: bigint): bigint => BigInt.asUintN(64, (value >> by) | (value << (64n - by)))

export function sha512(message: Uint8Array): Uint8Array {
  const view = padded(message, 128)
  const state = squareRoots.slice()
  const w: bigint[] = []
  for (let offset = 0; offset < view.byteLength; offset += 128) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getBigUint64(offset + t * 8)
    for (let t = 16; t < 80; t += 1) {
      const [a, b] = [w[t - 15] as bigint, w[t - 2] as bigint]
      const s0 = rotated64(a, 1n) ^ rotated64(a, 8n) ^ (a >> 7n)
      const s1 = rotated64(b, 19n) ^ rotated64(b, 61n) ^ (b >> 6n)
      w[t] = BigInt.asUintN(64, (w[t - 16] as bigint) + s0 + (w[t - 7] as bigint) + s1)
    }
    rounds512(state, w)
  }
  const out = new DataView(new ArrayBuffer(64))
  state.forEach((word, index) => {
    out.setBigUint64(index * 8, word)
  })
  return new Uint8Array(out.buffer)
}

function rounds512(state: bigint[], w: readonly bigint[]): void {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state
  for (let t = 0; t < 80; t += 1) {
    const s1 = rotated64(e, 14n) ^ rotated64(e, 18n) ^ rotated64(e, 41n)
    const t1 = h + s1 + ((e & f) ^ (BigInt.asUintN(64, ~e) & g)) + (cubeRoots[t] as bigint) + (w[t] as bigint)
    const s0 = rotated64(a, 28n) ^ rotated64(a, 34n) ^ rotated64(a, 39n)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = BigInt.asUintN(64, d + t1)
    d = c
    c = b
    b = a
    a = BigInt.asUintN(64, t1 + t2)
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = BigInt.asUintN(64, (state[index] as bigint) + value)
  })
}

export function adler32(message: Uint8Array): number {
  let [a, b] = [1, 0]
  for (const byte of message) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return b * 65_536 + a
}
