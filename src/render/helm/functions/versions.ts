import { spoken } from '../../../source/text.ts'
import { CallError } from '../failure.ts'
import { type Call, type Functions, looks, str } from '../function.ts'
import { compareVersions, parseRange, parseVersion, satisfies, showVersion, type Version } from '../semver.ts'
import { bool, int, type Method, type StructValue, said, type Value } from '../value.ts'

const pointer = '*semver.Version'

/** A *semver.Version (Masterminds/semver 3.5), or what a method gave: not addressable, so that it cannot be compared. */
function versionValue(version: Version, here: Call['here'], type = pointer): StructValue {
  const number = (value: bigint): Method => ({ params: [], run: () => int(value, here, 'uint64') })
  const text = (value: string): Method => ({ params: [], run: () => said(value, here) })
  const next = (change: Partial<Version>): Method => ({ params: [], run: () => changed(version, change, here) })
  const labelled = (kind: 'prerelease' | 'metadata'): Method => ({
    params: ['string'],
    run: ([label]) => changed(version, { [kind]: checkedLabel(kind, str(label)) }, here),
  })
  const released = { prerelease: '', metadata: '' }
  const patch = version.prerelease === '' ? version.patch + 1n : version.patch
  return {
    kind: 'struct',
    type,
    fields: new Map(),
    methods: new Map<string, Method>([
      ['Major', number(version.major)],
      ['Minor', number(version.minor)],
      ['Patch', number(version.patch)],
      ['Prerelease', text(version.prerelease)],
      ['Metadata', text(version.metadata)],
      ['String', text(showVersion(version))],
      ['IncMajor', next({ ...released, major: version.major + 1n, minor: 0n, patch: 0n })],
      ['IncMinor', next({ ...released, minor: version.minor + 1n, patch: 0n })],
      ['IncPatch', next({ ...released, patch })],
      ['SetPrerelease', labelled('prerelease')],
      ['SetMetadata', labelled('metadata')],
      ...(type === pointer ? pointerMethods(version, here) : []),
    ]),
    print: () => spoken(showVersion(version), here),
    json: () => said(showVersion(version), here),
  }
}

function pointerMethods(version: Version, here: Call['here']): [string, Method][] {
  const compared = (test: (order: number) => boolean): Method => ({
    params: [pointer],
    run: ([other]) => bool(test(compareVersions(version, versionOf(other))), here),
  })
  return [
    ['Original', { params: [], run: () => said(version.original, here) }],
    ['Compare', { params: [pointer], run: ([other]) => int(compareVersions(version, versionOf(other)), here) }],
    [
      'Equal',
      {
        params: [pointer],
        run: ([other]) => bool(other !== undefined && compareVersions(version, versionOf(other)) === 0, here),
      },
    ],
    ['GreaterThan', compared((order) => order > 0)],
    ['GreaterThanEqual', compared((order) => order >= 0)],
    ['LessThan', compared((order) => order < 0)],
    ['LessThanEqual', compared((order) => order <= 0)],
  ]
}

const changed = (version: Version, change: Partial<Version>, here: Call['here']): StructValue =>
  versionValue({ ...version, ...change }, here, 'semver.Version')

function checkedLabel(kind: string, label: string): string {
  if (!/^(?:[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.test(label)) throw new CallError(`invalid ${kind} string`)
  if (kind === 'prerelease' && label.split('.').some((part) => /^0[0-9]+$/.test(part)))
    throw new CallError('version segment starts with 0')
  return label
}

function versionOf(value: Value): Version {
  const version = value?.kind === 'struct' ? parseVersion(value.print().value) : undefined
  if (!version) throw new CallError('runtime error: invalid memory address or nil pointer dereference')
  return version
}

function parsed(written: string): Version {
  const version = parseVersion(written)
  if (!version) throw new CallError('invalid semantic version')
  return version
}

export const versionFunctions: Functions = {
  semver: looks('string', ([text], { here }) => versionValue(parsed(str(text)), here)),
  semverCompare: looks('string string', ([range, version], { here }) => {
    const constraint = parseRange(str(range))
    if (typeof constraint === 'string') throw new CallError(constraint)
    return bool(satisfies(parsed(str(version)), constraint), here)
  }),
}
