import { spoken } from '../../../source/text.ts'
import { CallError } from '../failure.ts'
import { type Functions, looks, makes, mapOf, str } from '../function.ts'
import { bool, map, said, setEntry, typeOf, type Value } from '../value.ts'

/** Go's path.Clean. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (!rooted) parts.push('..')
  }
  return (rooted ? '/' : '') + parts.join('/') || '.'
}

export function baseOf(path: string): string {
  if (path === '') return '.'
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  const trimmed = path.slice(0, end)
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1)
}

const dirOf = (path: string): string => cleanPath(path.slice(0, path.lastIndexOf('/') + 1))
const extensionOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? ''

interface Url {
  readonly scheme: string
  readonly opaque: string
  readonly user: string | undefined
  readonly host: string
  readonly path: string
  readonly query: string
  readonly fragment: string
}

const unescaped = (value: string): string => {
  if (/%(?![0-9a-fA-F]{2})/.test(value))
    throw new CallError(`unable to parse url: invalid URL escape ${JSON.stringify(/%.{0,2}/.exec(value)?.[0])}`)
  const bytes = new TextEncoder().encode(value)
  const out: number[] = []
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] !== 37) out.push(bytes[index] as number)
    else {
      out.push(Number.parseInt(String.fromCharCode(bytes[index + 1] as number, bytes[index + 2] as number), 16))
      index += 2
    }
  }
  return new TextDecoder().decode(Uint8Array.from(out))
}

/** net/url.Parse as far as charts use it. */
function parseUrl(written: string): Url {
  const refuse = (message: string): never => {
    throw new CallError(`unable to parse url: parse ${JSON.stringify(written)}: ${message}`)
  }
  if (/[\0-\x1f\x7f]/.test(written)) return refuse('net/url: invalid control character in URL')
  const [whole = '', fragment = ''] = splitOnce(written, '#')
  const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*(?=:)/.exec(whole)?.[0] ?? ''
  if (whole.startsWith(':')) return refuse('missing protocol scheme')
  const [rest = '', query = ''] = splitOnce(scheme ? whole.slice(scheme.length + 1) : whole, '?')
  const base = { scheme: scheme.toLowerCase(), query, fragment: unescaped(fragment) }
  if (scheme && rest !== '' && !rest.startsWith('/'))
    return { ...base, opaque: rest, user: undefined, host: '', path: '' }
  if (!scheme && /^[^/]*:/.test(rest)) return refuse('first path segment in URL cannot contain colon')
  if (!rest.startsWith('//')) return { ...base, opaque: '', user: undefined, host: '', path: unescaped(rest) }
  const authority = /^\/\/([^/]*)/.exec(rest)?.[1] ?? ''
  const at = authority.lastIndexOf('@')
  const host = authority.slice(at + 1)
  if (/:[^\]]*$/.test(host) && !/:[0-9]*$/.test(host))
    return refuse(`invalid port ${JSON.stringify(/:[^\]]*$/.exec(host)?.[0])} after host`)
  return {
    ...base,
    opaque: '',
    user: at < 0 ? undefined : authority.slice(0, at),
    host: unescaped(host),
    path: unescaped(rest.slice(2 + authority.length)),
  }
}

function splitOnce(value: string, separator: string): readonly [string, string] {
  const at = value.indexOf(separator)
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

const hostname = (host: string): string => host.replace(/:[0-9]*$/, '').replace(/^\[(.*)\]$/, '$1')

/** The path as net/url escapes it again. */
const escapePath = (path: string): string =>
  encodeURIComponent(path).replace(/%(?:2F|24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent)

function joinUrl(parts: (key: string) => string): string {
  const scheme = parts('scheme') && `${parts('scheme')}:`
  const [query, fragment, opaque, host, user] = ['query', 'fragment', 'opaque', 'host', 'userinfo'].map(parts)
  const tail = `${query && `?${query}`}${fragment && `#${escapePath(fragment)}`}`
  if (opaque) return scheme + opaque + tail
  const authority =
    scheme || host || user
      ? host || user || parts('path').startsWith('//')
        ? `//${user && `${user}@`}${host}`
        : ''
      : ''
  const path = escapePath(parts('path'))
  return scheme + authority + (path && !path.startsWith('/') && host ? `/${path}` : path) + tail
}

const pathText = (run: (path: string) => string) => makes('string', ([path]) => run(str(path)))
const isAbsolute = looks('string', ([path], { here }) => bool(str(path).startsWith('/'), here))

export const pathFunctions: Functions = {
  base: pathText(baseOf),
  osBase: pathText(baseOf),
  dir: pathText(dirOf),
  osDir: pathText(dirOf),
  clean: pathText(cleanPath),
  osClean: pathText(cleanPath),
  ext: pathText(extensionOf),
  osExt: pathText(extensionOf),
  isAbs: isAbsolute,
  osIsAbs: isAbsolute,
  urlParse: looks('string', ([text], { here }) => {
    const url = parseUrl(str(text))
    const made = map(here)
    const values = {
      scheme: url.scheme,
      host: url.host,
      hostname: hostname(url.host),
      path: url.path,
      query: url.query,
      opaque: url.opaque,
      fragment: url.fragment,
      userinfo: url.user ?? '',
    }
    for (const [key, value] of Object.entries(values)) setEntry(made, spoken(key, here), said(value, here))
    return made
  }),
  urlJoin: makes('map', ([parts], { here }) =>
    joinUrl((key) => {
      const value: Value = mapOf(parts, here).entries.get(key)?.value
      if (value === undefined) return ''
      if (value.kind !== 'string')
        throw new CallError(`unable to parse ${key} key, must be of type string, but ${typeOf(value)} found`)
      return value.text.value
    }),
  ),
}
