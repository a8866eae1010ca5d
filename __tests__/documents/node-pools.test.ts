import { nodePoolsIn } from '../../src/documents/node-pools.ts'
import { spanText } from '../../src/source/span.ts'
import { fileText } from '../../src/source/text.ts'

const pools = (files: Readonly<Record<string, string>>): readonly string[] =>
  nodePoolsIn(Object.entries(files).map(([path, text]) => ({ path, text: fileText({ path, text }) }))).map(
    ({ cluster, provider, architecture, machineType, taints, labels, at }) =>
      [
        `${provider} ${cluster?.value ?? '?'}: ${machineType?.value ?? '?'} ${architecture ?? '?'}`,
        ...taints.map((taint) => `taint ${taint.key}=${taint.value}:${taint.effect}`),
        ...[...labels].map(([key, value]) => `label ${key}=${value}`),
        `at ${at.source.path} ${spanText(at)}`,
      ].join(', '),
  )

describe('Terraform', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'an AKS cluster and a pool of it',
      {
        'infra/main.tf': `
resource "azurerm_kubernetes_cluster" "main" {
  name = "shop" # the name
  /* nodes */
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4ps_v5"
    only_critical_addons_enabled = true
  }
  identity { type = "SystemAssigned" }
}
resource "azurerm_kubernetes_cluster_node_pool" "amd" {
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_D4s_v5"
  node_taints           = ["kind=amd:NoSchedule"]
  node_labels           = { pool = "amd", "x/y" = "z" }
}
`,
      },
      [
        'aks shop: Standard_D4ps_v5 arm64, taint CriticalAddonsOnly=true:NoSchedule, at infra/main.tf Standard_D4ps_v5',
        'aks shop: Standard_D4s_v5 amd64, taint kind=amd:NoSchedule, label pool=amd, label x/y=z, at infra/main.tf Standard_D4s_v5',
      ],
    ],
    [
      'variables with defaults, and locals',
      {
        'main.tf':
          'resource "azurerm_kubernetes_cluster" "a" {\n name = local.name\n default_node_pool {\n vm_size = var.size\n}\n}\nlocals {\n name = "shop"\n}',
        'variables.tf': 'variable "size" {\n type = string\n default = "Standard_D2ps_v5"\n}',
      },
      ['aks shop: Standard_D2ps_v5 arm64, at variables.tf Standard_D2ps_v5'],
    ],
    [
      'a variable that is set elsewhere',
      {
        'main.tf':
          'resource "azurerm_kubernetes_cluster" "a" {\n name = "shop"\n default_node_pool {\n vm_size = var.size\n}\n}\nvariable "size" { default = "Standard_D2ps_v5" }',
        'prod.tfvars': 'size = "Standard_D2s_v5"',
      },
      ['aks shop: ? ?, at main.tf a'],
    ],
    [
      'values that are not literal',
      {
        'a.tf': `resource "azurerm_kubernetes_cluster" "a" {\n name = "\${var.prefix}-aks"\n default_node_pool {\n vm_size = var.arm ? "Standard_D2ps_v5" : "Standard_D2s_v5"\n}\n}`,
      },
      ['aks ?: ? ?, at a.tf a'],
    ],
    [
      'EKS',
      {
        'a.tf': `
resource "aws_eks_cluster" "c" { name = "shop" }
resource "aws_eks_node_group" "g" {
  cluster_name   = aws_eks_cluster.c.name
  instance_types = ["t4g.medium"]
  taint {
    key = "arch"
    value = "arm"
    effect = "NO_SCHEDULE"
  }
}
resource "aws_eks_node_group" "h" {
  cluster_name = "shop"
  ami_type     = "AL2023_ARM_64_STANDARD"
}
module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  name    = "other"
  eks_managed_node_groups = {
    one = { instance_types = ["m6g.large"], min_size = 1 }
    two = {
      ami_type = "AL2023_x86_64_STANDARD"
      taints = { a = { key = "k", value = "v", effect = "NO_EXECUTE" } }
    }
  }
}
`,
      },
      [
        'eks shop: t4g.medium arm64, taint arch=arm:NoSchedule, at a.tf t4g.medium',
        'eks shop: ? arm64, at a.tf h',
        'eks other: m6g.large arm64, at a.tf m6g.large',
        'eks other: ? amd64, taint k=v:NoExecute, at a.tf module',
      ],
    ],
    [
      'GKE, whose Arm nodes carry a taint',
      {
        'a.tf': `
resource "google_container_cluster" "c" {
  name = "shop"
  remove_default_node_pool = true
}
resource "google_container_node_pool" "arm" {
  cluster = google_container_cluster.c.id
  node_config {
    machine_type = "t2a-standard-4"
  }
}
`,
      },
      ['gke shop: t2a-standard-4 arm64, taint kubernetes.io/arch=arm64:NoSchedule, at a.tf t2a-standard-4'],
    ],
    [
      'text around it that is hard to read',
      {
        'a.tf': `locals {\n x = <<-EOT\n resource "azurerm_kubernetes_cluster" "no" {\n EOT\n y = [for a in var.b : "\${a["}"]}"]\n}\n}}}\nresource "azurerm_kubernetes_cluster" "a" {\n tags = merge(var.t, { a = "b" })\n name = "shop"\n default_node_pool { vm_size = "Standard_D2s_v5" }\n}`,
      },
      ['aks shop: Standard_D2s_v5 amd64, at a.tf Standard_D2s_v5'],
    ],
  ])('%s', (_, files, expected) => expect(pools(files)).toEqual(expected))
})

describe('Bicep and ARM', () => {
  it('reads clusters, agent pools and defaults of parameters', () => {
    const bicep = `
@description('size')
param vmSize string = 'Standard_D2ps_v5'
var clusterName = 'shop'
resource aks 'Microsoft.ContainerService/managedClusters@2024-02-01' = {
  name: clusterName
  location: resourceGroup().location
  properties: {
    agentPoolProfiles: [
      {
        name: 'system'
        vmSize: vmSize // the size
        nodeTaints: [ 'a=b:NoSchedule' ]
      }
    ]
  }
}
resource pool 'Microsoft.ContainerService/managedClusters/agentPools@2024-02-01' = if (more) {
  parent: aks
  name: 'amd'
  properties: { vmSize: 'Standard_D2s_v5', nodeLabels: { x: 'y' } }
}
`
    expect(pools({ 'main.bicep': bicep })).toEqual([
      'aks shop: Standard_D2ps_v5 arm64, taint a=b:NoSchedule, at main.bicep Standard_D2ps_v5',
      'aks shop: Standard_D2s_v5 amd64, label x=y, at main.bicep Standard_D2s_v5',
    ])
  })

  it('reads templates', () => {
    const template = {
      parameters: { size: { type: 'string', defaultValue: 'Standard_D2ps_v5' } },
      resources: [
        {
          type: 'Microsoft.ContainerService/managedClusters',
          name: 'shop',
          properties: {
            agentPoolProfiles: [
              { name: 'a', vmSize: "[parameters('size')]" },
              { name: 'b', vmSize: "[concat('x')]" },
            ],
          },
        },
        {
          type: 'Microsoft.ContainerService/managedClusters/agentPools',
          name: 'shop/c',
          properties: { vmSize: 'Standard_D2s_v5' },
        },
      ],
    }
    expect(pools({ 'main.json': JSON.stringify(template) })).toEqual([
      'aks shop: Standard_D2ps_v5 arm64, at main.json Standard_D2ps_v5',
      'aks shop: ? ?, at main.json Microsoft.ContainerService/managedClusters',
      'aks shop: Standard_D2s_v5 amd64, at main.json Standard_D2s_v5',
    ])
  })
})

describe('objects', () => {
  it.each([
    [
      'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: shop}\nmanagedNodeGroups:\n- {name: a, instanceType: m6g.large}\n- {name: b, instanceTypes: [m5.large]}\n- {name: c}\n',
      [
        'eks shop: m6g.large arm64, at x.yaml m6g.large',
        'eks shop: m5.large amd64, at x.yaml m5.large',
        'eks shop: ? amd64, at x.yaml c',
      ],
    ],
    [
      'apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: n}\nspec: {template: {spec: {requirements: [{key: kubernetes.io/arch, operator: In, values: [arm64]}]}}}',
      ['undefined ?: ? arm64, at x.yaml arm64'],
    ],
    [
      'apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: n}\nspec: {template: {spec: {requirements: []}}}',
      ['undefined ?: ? ?, at x.yaml n'],
    ],
    ['apiVersion: apps/v1\nkind: Deployment\n', []],
  ])('%s', (text, expected) => expect(pools({ 'x.yaml': text })).toEqual(expected))
})

it.each([
  'resource "a" "b" {',
  'a = [',
  'a = "',
  'a = {',
  '}}}',
  'x = <<EOF\n',
  '"',
  `a = ${'['.repeat(50_000)}`,
  `${'a {\n'.repeat(50_000)}`,
  `a = ${'{ b = '.repeat(20_000)}`,
  '/* ',
  `a = "${'${'.repeat(20_000)}`,
])('survives %#', (text) => {
  expect(() => pools({ 'a.tf': text, 'a.bicep': text, 'a.json': text })).not.toThrow()
})
