import { nodePoolsInAzureTemplates } from '../../src/documents/azure-node-pools.ts'
import { nodePoolsInYaml } from '../../src/documents/cluster-config.ts'
import { nodePoolsInTerraform } from '../../src/documents/terraform-node-pools.ts'
import { spanText } from '../../src/source/span.ts'
import { fileText } from '../../src/source/text.ts'
import type { NodePool } from '../../src/world/cluster.ts'

const texts = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => fileText({ path, text }))

const line = (pool: NodePool): string =>
  [
    pool.provider,
    pool.cluster?.value ?? '?',
    pool.machineType?.value ?? '?',
    pool.architecture ?? '?',
    ...[...pool.labels].map(([key, value]) => `${key}=${value}`),
    ...pool.taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`),
  ].join(' ')

const terraform = (files: Readonly<Record<string, string>>) => nodePoolsInTerraform(texts(files)).map(line)

const aks = (pool: string, more = ''): string => `
resource "azurerm_kubernetes_cluster" "main" {
  name = "shop"
  ${more}
  default_node_pool {
    name = "default"
    ${pool}
  }
}
`

describe('node pools in Terraform', () => {
  it.each([
    ['a literal', 'vm_size = "Standard_D2ps_v5"', ['aks shop Standard_D2ps_v5 arm64']],
    ['p in the family is no Arm', 'vm_size = "Standard_NP10s"', ['aks shop Standard_NP10s amd64']],
    ['a comment behind it', 'vm_size = "Standard_D2s_v5" # was "Standard_D2ps_v5"', ['aks shop Standard_D2s_v5 amd64']],
    ['nothing', '', ['aks shop ? ?']],
    ['a variable that is not there', 'vm_size = var.size', ['aks shop ? ?']],
    ['a condition', 'vm_size = var.arm ? "Standard_D2ps_v5" : "Standard_D2s_v5"', ['aks shop ? ?']],
    ['a template', 'vm_size = "Standard_${var.size}"', ['aks shop ? ?']],
    [
      'labels and taints',
      'vm_size = "Standard_D2s_v5"\n node_labels = { team = "a", "b/c" : 1 }\n node_taints = ["x=y:NoSchedule", "z:NoExecute"]',
      ['aks shop Standard_D2s_v5 amd64 team=a b/c=1 x=y:NoSchedule z=:NoExecute'],
    ],
    ['taints nobody knows', 'vm_size = "Standard_D2s_v5"\n node_taints = var.taints', ['aks shop Standard_D2s_v5 ?']],
    [
      'critical addons only',
      'vm_size = "Standard_D2s_v5"\n only_critical_addons_enabled = true',
      ['aks shop Standard_D2s_v5 amd64 CriticalAddonsOnly=true:NoSchedule'],
    ],
  ])('AKS, %s', (_, pool, expected) => {
    expect(terraform({ 'main.tf': aks(pool) })).toEqual(expected)
  })

  it.each([
    ['count = 1', 'amd64'],
    ['count = var.create ? 1 : 0', '?'],
    ['for_each = var.clusters', '?'],
  ])('AKS, with %s: %s', (count, architecture) => {
    expect(terraform({ 'main.tf': aks('vm_size = "Standard_D2s_v5"', count) })).toEqual([
      `aks shop Standard_D2s_v5 ${architecture}`,
    ])
  })

  const variable = (byDefault: string) => `variable "size" {\n  type = string\n  ${byDefault}\n}\n`
  const sized = aks('vm_size = var.size')

  it.each<[string, Record<string, string>, string]>([
    ['a default', { 'v.tf': variable('default = "Standard_D2s_v5"') }, 'Standard_D2s_v5 amd64'],
    ['no default', { 'v.tf': variable('') }, '? ?'],
    [
      'a default that a file replaces',
      { 'v.tf': variable('default = "Standard_D2s_v5"'), 'terraform.tfvars': 'size = "Standard_D2ps_v5"' },
      'Standard_D2ps_v5 arm64',
    ],
    [
      'a default that a file may replace',
      { 'v.tf': variable('default = "Standard_D2s_v5"'), 'env/prod.tfvars': 'size = "Standard_D2ps_v5"' },
      '? ?',
    ],
    [
      'files that agree on the architecture',
      { 'v.tf': variable(''), 'env/prod.tfvars': 'size="Standard_D8s_v5"', 'env/dev.tfvars': 'size="Standard_D2s_v5"' },
      '? amd64',
    ],
    ['the default of another folder', { 'other/v.tf': variable('default = "Standard_D2s_v5"') }, '? ?'],
    [
      'a local',
      { 'v.tf': 'variable "size" { default = local.s }\nlocals { s = "Standard_D2s_v5" }' },
      'Standard_D2s_v5 amd64',
    ],
    ...[
      { 'deploy.sh': 'terraform apply -var="size=$SIZE"' },
      { 'deploy.sh': "terraform apply -var 'size=x'" },
      { '.github/workflows/a.yml': 'env:\n  TF_VAR_size: x' },
      { 'live/terragrunt.hcl': 'inputs = {\n size = "x"\n}' },
      { 'prod.tfvars.json': '{"size": "x"}' },
    ].map((files): [string, Record<string, string>, string] => [
      `a default, and ${JSON.stringify(files)}`,
      { 'v.tf': variable('default = "Standard_D2s_v5"'), ...files },
      '? ?',
    ]),
    [
      'a default, and another one on the command line',
      { 'v.tf': variable('default = "Standard_D2s_v5"'), 'deploy.sh': 'terraform apply -var other=1' },
      'Standard_D2s_v5 amd64',
    ],
    ['itself', { 'v.tf': variable('default = var.size') }, '? ?'],
  ])('a variable with %s', (_, files, expected) => {
    expect(terraform({ 'main.tf': sized, ...files })).toEqual([`aks shop ${expected}`])
  })

  it.each<[string, string, string]>([
    ['gives the value', 'size = "Standard_D2ps_v5"', 'Standard_D2ps_v5 arm64'],
    ['gives a variable of its own', 'size = var.node', 'Standard_E2s_v5 amd64'],
    ['gives nothing', '', 'Standard_D2s_v5 amd64'],
    ['gives something made', 'size = lookup(var.sizes, "a")', '? ?'],
    ['is there on a condition', 'count = var.on ? 1 : 0', 'Standard_D2s_v5 ?'],
  ])('a module whose call %s', (_, argument, expected) => {
    expect(
      terraform({
        'infra/modules/aks/main.tf': sized + variable('default = "Standard_D2s_v5"'),
        'infra/main.tf': `module "aks" {\n  source = "./modules/aks"\n  ${argument}\n}\nvariable "node" { default = "Standard_E2s_v5" }`,
      }),
    ).toEqual([`aks shop ${expected}`])
  })

  it('reads the further pools of a cluster', () => {
    const pool = (cluster: string, more: string) => `
resource "azurerm_kubernetes_cluster_node_pool" "p" {
  kubernetes_cluster_id = ${cluster}
  ${more}
}`
    const main = aks('vm_size = "Standard_D2s_v5"')
    const id = 'azurerm_kubernetes_cluster.main.id'
    expect(terraform({ 'a.tf': main + pool(id, 'vm_size = "Standard_D4pds_v6"\npriority = "Spot"') })).toEqual([
      'aks shop Standard_D2s_v5 amd64',
      'aks shop Standard_D4pds_v6 arm64 kubernetes.azure.com/scalesetpriority=spot:NoSchedule',
    ])
    expect(terraform({ 'a.tf': main + pool(id, 'os_type = "Windows"\nvm_size = "Standard_D4s_v5"') })).toHaveLength(1)
    // The cluster is elsewhere, and so may be other pools of it.
    expect(terraform({ 'a.tf': pool('var.cluster', 'vm_size = "Standard_D4s_v5"') })).toEqual([
      'aks ? Standard_D4s_v5 amd64',
      'aks ? ? ?',
    ])
  })

  it.each([
    ['instance_types = ["t4g.medium"]', ['eks shop t4g.medium arm64']],
    ['instance_types = ["g4dn.xlarge"]', ['eks shop g4dn.xlarge amd64']],
    ['instance_types = ["m7g.large", "m6i.large"]', ['eks shop ? ?']],
    ['instance_types = ["m7g.large", "m6g.large"]', ['eks shop ? arm64']],
    ['instance_types = [var.type]', ['eks shop ? ?']],
    ['ami_type = "AL2023_ARM_64_STANDARD"', ['eks shop ? arm64']],
    ['ami_type = "AL2_x86_64"\ninstance_types = ["m7g.large"]', ['eks shop m7g.large ?']],
    ['ami_type = "CUSTOM"\ninstance_types = ["m7g.large"]', ['eks shop m7g.large arm64']],
    ['ami_type = "WINDOWS_CORE_2022_x86_64"', []],
    ['', ['eks shop ? amd64']],
    ['launch_template {\n id = 1\n }', ['eks shop ? ?']],
    [
      'labels = { a = "b" }\ninstance_types = ["m5.large"]\ntaint {\n key = "k"\n value = "v"\n effect = "NO_SCHEDULE"\n }',
      ['eks shop m5.large amd64 a=b k=v:NoSchedule'],
    ],
    ['instance_types = ["m5.large"]\ndynamic "taint" {\n for_each = var.t\n content {}\n }', ['eks shop m5.large ?']],
  ])('EKS: %s', (group, expected) => {
    const text = `
resource "aws_eks_cluster" "main" {
  name = "shop"
}
resource "aws_eks_node_group" "g" {
  cluster_name = aws_eks_cluster.main.name
  ${group}
}`
    expect(terraform({ 'a.tf': text })).toEqual(expected)
  })

  it.each([
    ['{ a = { instance_types = ["m7g.large"] } }', '', ['eks shop m7g.large arm64']],
    [
      '{\n a = {\n instance_types = ["m7g.large"]\n }\n b = {\n min_size = 1\n }\n}',
      'eks_managed_node_group_defaults = { ami_type = "AL2_x86_64", instance_types = ["m5.large"] }',
      ['eks shop m7g.large ?', 'eks shop m5.large amd64'],
    ],
    ['{ a = { min_size = 1 } }', '', ['eks shop ? ?']],
    ['var.groups', '', ['eks shop ? ?']],
    ['local.groups', '', ['eks shop c5.large amd64']],
    ['{ for k, v in var.groups : k => {} }', '', ['eks shop ? ?']],
    ['merge({}, var.groups)', '', ['eks shop ? ?']],
    [
      '{ a = { instance_types = ["m5.large"], taints = [{ key = "k", value = "v", effect = "NO_EXECUTE" }] } }',
      '',
      ['eks shop m5.large amd64 k=v:NoExecute'],
    ],
    [
      '{ a = { instance_types = ["m5.large"] } }',
      'self_managed_node_groups = {}',
      ['eks shop m5.large amd64', 'eks shop ? ?'],
    ],
  ])('the EKS module with %s', (groups, more, expected) => {
    const text = `
locals {
  groups = { c = { instance_types = ["c5.large"] } }
}
module "eks" {
  source       = "terraform-aws-modules/eks/aws"
  version      = "~> 20.0"
  cluster_name = "shop"
  eks_managed_node_groups = ${groups}
  ${more}
}`
    expect(terraform({ 'a.tf': text })).toEqual(expected)
  })

  it('leaves room for what Karpenter may make', () => {
    expect(
      terraform({ 'a.tf': 'module "k" {\n source = "terraform-aws-modules/eks/aws//modules/karpenter"\n}' }),
    ).toEqual(['eks ? ? ?'])
    expect(terraform({ 'a.tf': 'resource "helm_release" "k" {\n chart = "karpenter"\n}' })).toEqual(['eks ? ? ?'])
  })

  it.each([
    ['machine_type = "t2a-standard-4"', ['gke shop t2a-standard-4 arm64 kubernetes.io/arch=arm64:NoSchedule']],
    ['machine_type = "e2-medium"\nlabels = { a = "b" }', ['gke shop e2-medium amd64 a=b']],
    ['spot = true', ['gke shop ? ?']],
    [
      'machine_type = "n2-standard-4"\ntaint {\n key = "gpu"\n value = true\n effect = "NO_SCHEDULE"\n }',
      ['gke shop n2-standard-4 amd64 gpu=true:NoSchedule'],
    ],
  ])('GKE: %s', (config, expected) => {
    const text = `
resource "google_container_cluster" "main" {
  name                     = "shop"
  remove_default_node_pool = true
}
resource "google_container_node_pool" "p" {
  cluster = google_container_cluster.main.name
  node_config {
    ${config}
  }
}`
    expect(terraform({ 'a.tf': text })).toEqual(expected)
  })

  it.each([
    [
      'node_config {\n machine_type = "c4a-standard-4"\n }',
      ['gke shop c4a-standard-4 arm64 kubernetes.io/arch=arm64:NoSchedule'],
    ],
    ['enable_autopilot = true', ['gke shop ? ?']],
    [
      'cluster_autoscaling {\n enabled = true\n }\nnode_config {\n machine_type = "e2-small"\n }',
      ['gke shop e2-small amd64', 'gke shop ? ?'],
    ],
    ['', ['gke shop ? ?']],
  ])('a GKE cluster with %s', (more, expected) => {
    expect(terraform({ 'a.tf': `resource "google_container_cluster" "m" {\n name = "shop"\n ${more}\n}` })).toEqual(
      expected,
    )
  })

  it('reads Alibaba Cloud', () => {
    const text = `
resource "alicloud_cs_managed_kubernetes" "m" {
  name = "shop"
}
resource "alicloud_cs_kubernetes_node_pool" "p" {
  cluster_id     = alicloud_cs_managed_kubernetes.m.id
  instance_types = ["ecs.g8y.large"]
  labels {
    key   = "a"
    value = "b"
  }
}
resource "alicloud_cs_kubernetes_node_pool" "q" {
  cluster_id     = alicloud_cs_managed_kubernetes.m.id
  instance_types = ["ecs.g6.large"]
}`
    expect(terraform({ 'a.tf': text })).toEqual(['ack shop ecs.g8y.large arm64 a=b', 'ack shop ecs.g6.large amd64'])
  })

  it('points to the machine type', () => {
    const [pool] = nodePoolsInTerraform(texts({ 'm.tf': sized, 'v.tf': variable('default = "Standard_D2s_v5"') }))
    expect(pool && [pool.at.source.path, spanText(pool.at)]).toEqual(['v.tf', 'Standard_D2s_v5'])
  })
})

describe('node pools in Bicep and ARM', () => {
  const bicep = (pool: string, head = '') => `
param location string = resourceGroup().location
${head}
resource aks 'Microsoft.ContainerService/managedClusters@2024-02-01' = {
  name: 'shop'
  location: location
  properties: {
    agentPoolProfiles: [
      {
        name: 'system' // the first
        ${pool}
      }
    ]
  }
}
`
  const azure = (files: Readonly<Record<string, string>>) => nodePoolsInAzureTemplates(texts(files)).map(line)

  it.each<[string, string, string, string]>([
    ['a literal', "vmSize: 'Standard_D2ps_v5'", '', 'Standard_D2ps_v5 arm64'],
    [
      'a parameter',
      'vmSize: size',
      "@description('x')\nparam size string = 'Standard_D2s_v5'",
      'Standard_D2s_v5 amd64',
    ],
    ['a parameter without default', 'vmSize: size', 'param size string', '? ?'],
    ['a variable', 'vmSize: size', "var size = 'Standard_D2s_v5'", 'Standard_D2s_v5 amd64'],
    ['a condition', "vmSize: arm ? 'Standard_D2ps_v5' : 'Standard_D2s_v5'", '', '? ?'],
    [
      'labels and taints',
      "vmSize: 'Standard_D2s_v5'\n nodeLabels: { a: 'b' }\n nodeTaints: [\n 'x=y:NoSchedule'\n ]",
      '',
      'Standard_D2s_v5 amd64 a=b x=y:NoSchedule',
    ],
    [
      'taints nobody knows',
      "vmSize: 'Standard_D2s_v5'\n nodeTaints: taints",
      'param taints array',
      'Standard_D2s_v5 ?',
    ],
  ])('%s', (_, pool, head, expected) => {
    expect(azure({ 'main.bicep': bicep(pool, head) })).toEqual([`aks shop ${expected}`])
  })

  const sized = bicep('vmSize: size', "param size string = 'Standard_D2s_v5'")

  it.each<[string, Record<string, string>, string]>([
    [
      'another file says otherwise',
      { 'prod.bicepparam': "using 'main.bicep'\nparam size = 'Standard_D2ps_v5'" },
      '? ?',
    ],
    ['another file agrees', { 'prod.bicepparam': "param size = 'Standard_D8s_v5'" }, '? amd64'],
    [
      'a parameter file in JSON says otherwise',
      {
        'p.json': JSON.stringify({
          $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
          parameters: { size: { value: 'Standard_D2ps_v5' } },
        }),
      },
      '? ?',
    ],
    [
      'a module gives it',
      { 'all.bicep': "module m './main.bicep' = {\n name: 'm'\n params: {\n size: 'Standard_D2ps_v5'\n }\n}" },
      'Standard_D2ps_v5 arm64',
    ],
    ['a script gives it', { 'd.sh': 'az deployment group create -f main.bicep --parameters size=$SIZE' }, '? ?'],
    ['a script gives another one', { 'd.sh': 'az deployment group create -p other=1' }, 'Standard_D2s_v5 amd64'],
    ['a module gives nothing', { 'all.bicep': "module m 'main.bicep' = {\n name: 'm'\n}" }, 'Standard_D2s_v5 amd64'],
    [
      'a module is there on a condition',
      { 'all.bicep': "module m 'main.bicep' = if (on) {\n name: 'm'\n}" },
      'Standard_D2s_v5 ?',
    ],
  ])('a default, and %s', (_, files, expected) => {
    expect(azure({ 'main.bicep': sized, ...files })).toEqual([`aks shop ${expected}`])
  })

  it('reads pools beside their cluster', () => {
    const pool = `
resource pool 'Microsoft.ContainerService/managedClusters/agentPools@2024-02-01' = {
  parent: aks
  name: 'arm'
  properties: {
    vmSize: 'Standard_D2ps_v5'
  }
}`
    expect(azure({ 'a.bicep': bicep("vmSize: 'Standard_D2s_v5'") + pool })).toEqual([
      'aks shop Standard_D2s_v5 amd64',
      'aks shop Standard_D2ps_v5 arm64',
    ])
    expect(azure({ 'a.bicep': pool })).toEqual(['aks ? Standard_D2ps_v5 arm64', 'aks ? ? ?'])
  })

  it.each([
    [{ vmSize: 'Standard_D2ps_v5' }, 'Standard_D2ps_v5 arm64'],
    [{ vmSize: "[parameters('size')]" }, 'Standard_B2s amd64'],
    [{ vmSize: "[if(parameters('arm'), 'a', 'b')]" }, '? ?'],
  ])('reads an ARM template: %j', (profile, expected) => {
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      parameters: { size: { type: 'string', defaultValue: 'Standard_B2s' } },
      resources: [
        {
          type: 'Microsoft.ContainerService/managedClusters',
          name: 'shop',
          properties: { agentPoolProfiles: [profile, { osType: 'Windows', vmSize: 'Standard_B2s' }] },
        },
      ],
    }
    expect(azure({ 'a.json': JSON.stringify(template) })).toEqual([`aks shop ${expected}`])
  })
})

describe('node pools in YAML', () => {
  const pools = (text: string) => nodePoolsInYaml(texts({ 'a.yaml': text })).map(line)

  it.each([
    ['instanceType: m7g.large', 'm7g.large arm64'],
    ['instanceTypes: [t3.large, m7g.large]', '? ?'],
    ['minSize: 1', '? amd64'],
    ['instanceSelector: { vCPUs: 2 }', '? ?'],
    ['instanceType: mixed, instancesDistribution: { instanceTypes: [c5.large, c6i.large] }', '? amd64'],
    ['instanceType: m5.large, labels: { a: b }, taints: { k: "v:NoSchedule" }', 'm5.large amd64 a=b k=v:NoSchedule'],
    ['instanceType: m5.large, taints: [{ key: k, effect: NoExecute }]', 'm5.large amd64 k=:NoExecute'],
  ])('eksctl: %s', (group, expected) => {
    expect(
      pools(
        `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: shop }\nmanagedNodeGroups:\n- {${group}}\n`,
      ),
    ).toEqual([`eks shop ${expected}`])
  })

  it.each([
    ['- { key: kubernetes.io/arch, operator: In, values: [arm64] }', '? arm64'],
    ['- { key: kubernetes.io/arch, operator: In, values: [arm64, amd64] }', '? ?'],
    ['- { key: kubernetes.io/arch, operator: NotIn, values: [arm64] }', '? ?'],
    ['- { key: node.kubernetes.io/instance-type, operator: In, values: [m5.large] }', 'm5.large amd64'],
    ['- { key: karpenter.k8s.aws/instance-family, operator: In, values: [m7g, c7gn] }', '? arm64'],
    ['- { key: karpenter.k8s.aws/instance-family, operator: In, values: [m7g, m7i] }', '? ?'],
    ['- { key: karpenter.k8s.aws/instance-family, operator: In, values: [nonsense] }', '? ?'],
    ['- { key: karpenter.sh/capacity-type, operator: In, values: [spot] }', '? ?'],
  ])('Karpenter: %s', (requirement, expected) => {
    expect(
      pools(
        `apiVersion: karpenter.sh/v1\nkind: NodePool\nspec:\n  template:\n    spec:\n      requirements:\n      ${requirement}\n`,
      ),
    ).toEqual([`eks ? ${expected}`])
  })

  it('passes over anything else', () => {
    expect(pools('apiVersion: v1\nkind: ConfigMap\n# karpenter.sh/\n---\n- 1\n')).toEqual([])
  })
})
