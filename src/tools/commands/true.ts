import { done } from '../text/outcome.ts'
import { command } from '../tool.ts'

export const succeed = command(['true', ':', 'sleep', 'sync'], () => done())
