import { newNames, unknown } from '../../src/source/unknown.ts'
import { type CloudProvider, machineType } from '../../src/syntax/vm-size.ts'

const hole = unknown(newNames(), 'x', 'x')

describe('machineType', () => {
  it.each<[CloudProvider, string, string | undefined]>([
    ['azure', 'Standard_D2ps_v5', 'arm64'],
    ['azure', 'standard_d4pds_v6', 'arm64'],
    ['azure', 'Standard_D2plds_v5', 'arm64'],
    ['azure', 'Standard_E8pds_v5', 'arm64'],
    ['azure', 'Standard_B2pts_v2', 'arm64'],
    ['azure', 'D2pls_v5', 'arm64'],
    ['azure', 'Standard_ND128isr_NDR_GB200_v6', 'arm64'],
    ['azure', 'Standard_NP10s', 'amd64'],
    ['azure', 'Standard_PB12s', 'amd64'],
    ['azure', 'Standard_DS2_v2', 'amd64'],
    ['azure', 'Standard_D2s_v3', 'amd64'],
    ['azure', 'Standard_B2s', 'amd64'],
    ['azure', 'Standard_M8-2ms_v2', 'amd64'],
    ['azure', 'Standard_M12ds-6_v3', 'amd64'],
    ['azure', 'my size', undefined],
    ['azure', 'Standard_NC4as_T4_v3', 'amd64'],
    ['azure', `Standard_${hole}`, undefined],
    ['azure', '', undefined],
    ['aws', 'm6g.large', 'arm64'],
    ['aws', 't4g.medium', 'arm64'],
    ['aws', 'c7gn.16xlarge', 'arm64'],
    ['aws', 'x2gd.metal', 'arm64'],
    ['aws', 'im4gn.large', 'arm64'],
    ['aws', 'is4gen.large', 'arm64'],
    ['aws', 'g5g.xlarge', 'arm64'],
    ['aws', 'a1.large', 'arm64'],
    ['aws', 'hpc7g.4xlarge', 'arm64'],
    ['aws', 'g4dn.xlarge', 'amd64'],
    ['aws', 'g5.xlarge', 'amd64'],
    ['aws', 'gr6.4xlarge', 'amd64'],
    ['aws', 't3.medium', 'amd64'],
    ['aws', 'm5.large', 'amd64'],
    ['aws', 'm7i-flex.large', 'amd64'],
    ['aws', 'u-6tb1.metal', undefined],
    ['gcp', 't2a-standard-4', 'arm64'],
    ['gcp', 'c4a-standard-4', 'arm64'],
    ['gcp', 'n4a-standard-1', 'arm64'],
    ['gcp', 'e2-medium', 'amd64'],
    ['gcp', 'n2d-standard-4', 'amd64'],
    ['gcp', 't2d-standard-1', 'amd64'],
    ['gcp', 'custom', undefined],
    ['alibaba', 'ecs.g8y.large', 'arm64'],
    ['alibaba', 'ecs.c6r.large', 'arm64'],
    ['alibaba', 'ecs.g6.large', 'amd64'],
    ['alibaba', 'ecs.g7.xlarge', 'amd64'],
    ['alibaba', 'ecs.gn6i-c4g1.xlarge', 'amd64'],
    ['alibaba', 'g8y.large', undefined],
    ['oracle', 'VM.Standard.A1.Flex', 'arm64'],
    ['oracle', 'VM.Standard.E4.Flex', 'amd64'],
    ['hetzner', 'cax21', 'arm64'],
    ['hetzner', 'cpx31', 'amd64'],
    ['digitalocean', 's-2vcpu-4gb', 'amd64'],
  ])('%s %s is %s', (provider, name, architecture) => {
    expect(machineType(provider, name).architecture).toBe(architecture)
  })

  it.each<[CloudProvider, string, number | undefined, number | undefined]>([
    ['azure', 'Standard_D2ps_v5', 2, 8],
    ['azure', 'Standard_D2pls_v5', 2, 4],
    ['azure', 'Standard_F2s_v2', 2, 4],
    ['azure', 'Standard_E4s_v5', 4, 32],
    ['azure', 'Standard_DS2_v2', 2, undefined],
    ['aws', 'm5.large', 2, 8],
    ['aws', 't3.xlarge', 4, 16],
    ['aws', 'c5.2xlarge', 8, 16],
    ['aws', 't3.medium', undefined, undefined],
    ['gcp', 'e2-standard-4', 4, 16],
    ['gcp', 'e2-medium', undefined, undefined],
  ])('%s %s has %s CPUs and %s GiB', (provider, name, cpu, gibibytes) => {
    const type = machineType(provider, name)
    expect([type.cpu, type.memory && type.memory / 1024 ** 3]).toEqual([cpu, gibibytes])
  })
})
