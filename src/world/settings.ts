import { parseSetValues, type SetValues } from '../syntax/set-values.ts'
import type { Setting } from './cluster.ts'

export type { Assignment, SetFailure } from '../syntax/set-values.ts'

/** What Helm makes of one `--set` argument. */
export const readSetting = (setting: Setting): SetValues => parseSetValues(setting)
