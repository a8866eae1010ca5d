import { failed } from '../text/outcome.ts'
import { command } from '../tool.ts'

export const fail = command('false', () => failed())
