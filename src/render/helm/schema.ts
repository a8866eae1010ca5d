import type { Chart } from './chart.ts'
import type { MapValue } from './value.ts'

export function checkSchemas(_chart: Chart, _values: MapValue, _open: boolean): void {}
