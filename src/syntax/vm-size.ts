import { holdsUnknown } from '../source/unknown.ts'

export type CloudProvider = 'azure' | 'aws' | 'gcp' | 'alibaba' | 'oracle' | 'hetzner' | 'digitalocean'

/** What a machine type says about the node: undefined where the name does not tell. */
export interface MachineType {
  readonly architecture: 'amd64' | 'arm64' | undefined
  readonly cpu: number | undefined
  /** Bytes. */
  readonly memory: number | undefined
}

const nothing: MachineType = { architecture: undefined, cpu: undefined, memory: undefined }

/** Reads the name of a machine type as the provider spells it. */
export function machineType(provider: CloudProvider, name: string): MachineType {
  const clean = name.trim().toLowerCase()
  return clean === '' || holdsUnknown(clean) ? nothing : (readers[provider](clean) ?? nothing)
}

type Reader = (name: string) => MachineType | undefined

const gibibyte = 1024 ** 3

const sized = (architecture: MachineType['architecture'], cpu?: number, gibibytesPerCpu?: number): MachineType => ({
  architecture,
  cpu,
  memory: cpu !== undefined && gibibytesPerCpu !== undefined ? cpu * gibibytesPerCpu * gibibyte : undefined,
})

/**
 * Azure, by its naming convention (azure-compute-docs vm-naming-conventions.md): `p` among the feature letters behind the
 * first digits is an Arm CPU. In the family it is something else: NP10s and PB12s carry FPGAs. GB200 and GB300 are Arm without it.
 */
const azure: Reader = (name) => {
  const match = /^(?:standard_|basic_)?([a-z]+)(\d+)(?:-\d+)?([a-z]*)(?:-\d+)?((?:_[a-z0-9]+)*)$/.exec(name)
  if (!match) return undefined
  const [, family = '', digits, features = '', rest = ''] = match
  const arm = features.includes('p') || /_gb[23]00/.test(rest)
  const generation = Number(/_v(\d+)$/.exec(rest)?.[1] ?? 1)
  return sized(arm ? 'arm64' : 'amd64', Number(digits), azureMemory(family, features, generation))
}

/** GiB for each vCPU, of the families whose sizes are regular. */
function azureMemory(family: string, features: string, generation: number): number | undefined {
  if (family === 'f' && generation === 2) return 2
  if (generation < 3) return undefined
  if (family === 'd') return features.includes('l') ? 2 : 4
  return family === 'e' ? 8 : undefined
}

/** AWS: Graviton types carry `g` first behind the generation; in g4dn or gr6 it is the class. GB200 and GB300 are Arm. */
const aws: Reader = (name) => {
  const match = /^([a-z]+)(\d+)([a-z]*)(-[a-z0-9]+)?\.([a-z0-9-]+)$/.exec(name)
  if (!match) return undefined
  const [, family = '', generation, attributes = '', suffix = '', size = ''] = match
  const arm = `${family}${generation}` === 'a1' || attributes.startsWith('g') || /^-gb[23]00$/.test(suffix)
  const cpu = size === 'large' ? 2 : size.endsWith('xlarge') ? 4 * Number(size.slice(0, -6) || 1) : undefined
  return sized(arm ? 'arm64' : 'amd64', cpu, { m: 4, c: 2, r: 8, t: 4 }[family])
}

/** Google: the Arm series are T2A, C4A, N4A and A4X. */
const gcp: Reader = (name) => {
  const match = /^([a-z]\d[a-z]?|f1|g1|m\d)-([a-z0-9]+)(?:-(\d+))?/.exec(name)
  if (!match) return undefined
  const [, series = '', shape = '', digits] = match
  const arm = ['t2a', 'c4a', 'n4a', 'a4x'].includes(series)
  const cpu = digits === undefined ? undefined : Number(digits)
  return sized(arm ? 'arm64' : 'amd64', cpu, { standard: 4, highmem: 8 }[shape])
}

/** Alibaba: Yitian families end in `y`, Ampere Altra ones are g6r and c6r. `g` alone is "general purpose". */
const alibaba: Reader = (name) => {
  const family = /^ecs\.([a-z]+\d+[a-z]*)(?:-[a-z0-9]+)*\./.exec(name)?.[1]
  if (!family) return undefined
  return sized(/^[a-z]+\d+[a-z]*y$/.test(family) || /^[gc]6r$/.test(family) ? 'arm64' : 'amd64')
}

/** Oracle: Ampere shapes are A1 and A2. */
const oracle: Reader = (name) =>
  /^(?:vm|bm)\./.test(name) ? sized(/\.a[12](?:\.|$)/.test(name) ? 'arm64' : 'amd64') : undefined

/** Hetzner: CAX is Ampere. */
const hetzner: Reader = (name) =>
  /^(?:cax|cpx|ccx|cx)\d+$/.test(name) ? sized(name.startsWith('cax') ? 'arm64' : 'amd64') : undefined

/** DigitalOcean has no Arm droplets. */
const digitalocean: Reader = (name) => (/^[a-z][a-z0-9-]*-\d+vcpu-/.test(name) ? sized('amd64') : undefined)

const readers: Readonly<Record<CloudProvider, Reader>> = { azure, aws, gcp, alibaba, oracle, hetzner, digitalocean }
