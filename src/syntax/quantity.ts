/**
 * A Kubernetes quantity as a number (apimachinery, pkg/api/resource/quantity.go): `500m`, `4`, `16Gi`, `1e3`. Undefined for
 * anything else.
 */
export function parseQuantity(text: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d{1,3})?$/.exec(text)
  if (!match) return undefined
  const [, number, suffix = ''] = match
  const scale = scales.get(suffix) ?? Number(`1${suffix}`)
  return Number.isFinite(scale) ? Number(number) * scale : undefined
}

const scales = new Map([
  ['', 1],
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
])
