import type { Span } from '../../source/span.ts'
import { spoken } from '../../source/text.ts'
import type { RenderVersions } from '../render.ts'
import { Failure } from './failure.ts'
import { bool, list, type Method, record, type StoredValue, type StructValue, said, type Value } from './value.ts'

/** What differs between the versions of Helm that `.Capabilities` and types show. */
export const helmVersions = {
  3: { version: 'v3.21.4', valuesPackage: 'chartutil', commit: '813176c51bb5c181dbbd7901298ddcc104cd3417' },
  4: { version: 'v4.2.4', valuesPackage: 'common', commit: '3900f434fd3ef2b84065dc04508df48f288dba00' },
} as const

/** client-go 0.36, which both are built with. */
const defaultKubernetes = '1.36.0'

/** Every group and version that client-go 0.36 and apiextensions register (chartutil.allKnownVersions). */
const knownVersions = [
  'v1',
  'admissionregistration.k8s.io/v1',
  'admissionregistration.k8s.io/v1alpha1',
  'admissionregistration.k8s.io/v1beta1',
  'internal.apiserver.k8s.io/v1alpha1',
  'apps/v1',
  'apps/v1beta1',
  'apps/v1beta2',
  'authentication.k8s.io/v1',
  'authentication.k8s.io/v1alpha1',
  'authentication.k8s.io/v1beta1',
  'authorization.k8s.io/v1',
  'authorization.k8s.io/v1beta1',
  'autoscaling/v1',
  'autoscaling/v2',
  'batch/v1',
  'batch/v1beta1',
  'certificates.k8s.io/v1',
  'certificates.k8s.io/v1beta1',
  'certificates.k8s.io/v1alpha1',
  'coordination.k8s.io/v1alpha2',
  'coordination.k8s.io/v1beta1',
  'coordination.k8s.io/v1',
  'discovery.k8s.io/v1',
  'discovery.k8s.io/v1beta1',
  'events.k8s.io/v1',
  'events.k8s.io/v1beta1',
  'extensions/v1beta1',
  'flowcontrol.apiserver.k8s.io/v1',
  'flowcontrol.apiserver.k8s.io/v1beta1',
  'flowcontrol.apiserver.k8s.io/v1beta2',
  'flowcontrol.apiserver.k8s.io/v1beta3',
  'networking.k8s.io/v1',
  'networking.k8s.io/v1beta1',
  'node.k8s.io/v1',
  'node.k8s.io/v1alpha1',
  'node.k8s.io/v1beta1',
  'policy/v1',
  'policy/v1beta1',
  'rbac.authorization.k8s.io/v1',
  'rbac.authorization.k8s.io/v1beta1',
  'rbac.authorization.k8s.io/v1alpha1',
  'resource.k8s.io/v1',
  'resource.k8s.io/v1beta2',
  'resource.k8s.io/v1beta1',
  'resource.k8s.io/v1alpha3',
  'scheduling.k8s.io/v1alpha2',
  'scheduling.k8s.io/v1beta1',
  'scheduling.k8s.io/v1',
  'storage.k8s.io/v1beta1',
  'storage.k8s.io/v1',
  'storage.k8s.io/v1alpha1',
  'storagemigration.k8s.io/v1beta1',
  'apiextensions.k8s.io/v1beta1',
  'apiextensions.k8s.io/v1',
]

interface KubernetesVersion {
  /** `v1.31.0`, as `.Capabilities.KubeVersion` prints it. */
  readonly shown: string
  /** Without what a vendor appended: `kubeVersion` of a chart is checked against it. */
  readonly plain: string
  readonly major: string
  readonly minor: string
}

/** chartutil.ParseKubeVersion */
export function kubernetesVersion({ helm, kubernetes }: RenderVersions, at: Span): KubernetesVersion {
  const written = kubernetes ?? defaultKubernetes
  const match = /^\s*v?((\d+)\.(\d+)(?:\.\d+)*)(.*)$/s.exec(written)
  if (!match) throw new Failure(`invalid kube version '${written}': could not parse "${written}" as version`, at)
  const [, numbers = '', major = '', minor = ''] = match
  const plain = `v${numbers}`
  return { plain, shown: helm === 4 ? `v${written.replace(/^v/, '')}` : plain, major, minor }
}

/** `.Capabilities` */
export function capabilities(versions: RenderVersions, kubernetes: KubernetesVersion, at: Span): StructValue {
  const { helm } = versions
  const { version, valuesPackage, commit } = helmVersions[helm]
  const known = new Set([...knownVersions, ...versions.apiVersions])
  const names = [...knownVersions, ...versions.apiVersions].map((name) => said(name, at))
  return struct(
    `*${valuesPackage}.Capabilities`,
    {
      KubeVersion: kubeVersion(kubernetes, valuesPackage, at),
      APIVersions: {
        ...list(names, at, 'string'),
        type: `${valuesPackage}.VersionSet`,
        methods: new Map<string, Method>([
          [
            'Has',
            {
              params: ['string'],
              run: ([name], here) => bool(name?.kind === 'string' && known.has(name.text.value), here),
            },
          ],
        ]),
      },
      HelmVersion: struct(
        'version.BuildInfo',
        {
          Version: said(version, at),
          GitCommit: said(commit, at),
          GitTreeState: said('clean', at),
          GoVersion: said('go1.26.8', at),
        },
        at,
      ),
    },
    at,
  )
}

function kubeVersion({ shown, plain, major, minor }: KubernetesVersion, valuesPackage: string, at: Span): StructValue {
  const fields = { Version: said(shown, at), Major: said(major, at), Minor: said(minor, at) }
  return {
    ...struct(`${valuesPackage}.KubeVersion`, fields, at),
    methods: new Map<string, Method>([
      ['GitVersion', { params: [], run: () => said(shown, at) }],
      ['String', { params: [], run: () => said(plain, at) }],
    ]),
    print: () => spoken(plain, at),
  }
}

/** A Go struct of fields; JSON sees them under the same names. */
export function struct(type: string, fields: Readonly<Record<string, Value>>, at: Span): StructValue {
  return {
    kind: 'struct',
    type,
    fields: new Map(Object.entries(fields)),
    print: () => spoken('{}', at),
    json: (): StoredValue => record(fields, at),
  }
}
