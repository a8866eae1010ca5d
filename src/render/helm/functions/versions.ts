import { spoken } from '../../../source/text.ts'
import { CallError } from '../failure.ts'
import { type Call, type Functions, looks, str } from '../function.ts'
import { compareVersions, parseRange, parseVersion, satisfies, showVersion, type Version } from '../semver.ts'
import { bool, int, type Method, type StructValue, said, type Value } from '../value.ts'

function versionValue(version: Version, here: Call['here']): StructValue {
  const number = (value: bigint): Method => ({ params: [], run: () => int(value, here, 'uint64') })
  const text = (value: string): Method => ({ params: [], run: () => said(value, here) })
  const compared = (test: (order: number) => boolean): Method => ({
    params: ['version'],
    run: ([other]) => bool(test(compareVersions(version, versionOf(other))), here),
  })
  return {
    kind: 'struct',
    type: '*semver.Version',
    fields: new Map(),
    methods: new Map<string, Method>([
      ['Major', number(version.major)],
      ['Minor', number(version.minor)],
      ['Patch', number(version.patch)],
      ['Prerelease', text(version.prerelease)],
      ['Metadata', text(version.metadata)],
      ['Original', text(version.original)],
      ['String', text(showVersion(version))],
      ['Compare', { params: ['version'], run: ([other]) => int(compareVersions(version, versionOf(other)), here) }],
      ['Equal', compared((order) => order === 0)],
      ['GreaterThan', compared((order) => order > 0)],
      ['GreaterThanEqual', compared((order) => order >= 0)],
      ['LessThan', compared((order) => order < 0)],
      ['LessThanEqual', compared((order) => order <= 0)],
    ]),
    print: () => spoken(showVersion(version), here),
    json: () => said(showVersion(version), here),
  }
}

function versionOf(value: Value): Version {
  const version = value?.kind === 'struct' ? parseVersion(value.print().value) : undefined
  if (!version) throw new CallError('wrong type for value; expected *semver.Version')
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
