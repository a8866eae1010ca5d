import { parseOptions } from '../text/options.ts'
import { opaque, volatile } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** The clock is unknown, and another one each time. A date that is written out is the same for the same words. */
export const date = command('date', (call, machine) => {
  const options = parseOptions(call.args, {
    short: 'ud:I::Rr:f:s:',
    long: { utc: 'u', date: 'd', 'iso-8601': 'I', 'rfc-email': 'R', reference: 'r', set: 's' },
  })
  const stated = options?.given.find(({ name }) => name === 'd')?.value?.value ?? ''
  return /^@\d+$|^\d{4}-\d\d-\d\d/.test(stated) ? opaque(call, machine, []) : volatile(call, machine)
})
