// Counts what a replay found: cases, those that could be used, those that agree, and why the others could not be used.

/**
 * `known`: the differences that are right as they are, by the start of their name, each with the reason; one where several
 * checks of a test differ is `[reason, how many]`.
 */
export class Tally {
  constructor(known = {}) {
    this.known = Object.fromEntries(Object.entries(known).map(([name, why]) => [name, [why].flat()]))
    this.suites = new Map()
    this.differences = []
    this.reasons = new Map()
    this.met = new Map()
  }

  suite(name) {
    if (!this.suites.has(name)) this.suites.set(name, { passed: 0, failed: 0, known: 0, skipped: 0 })
    return this.suites.get(name)
  }

  passed(suite) {
    this.suite(suite).passed += 1
  }

  skipped(suite, reason) {
    this.suite(suite).skipped += 1
    const key = `${suite}: ${reason}`
    this.reasons.set(key, (this.reasons.get(key) ?? 0) + 1)
  }

  failed(suite, name, detail) {
    const known = Object.keys(this.known).find(
      (one) => `${suite} ${name}`.startsWith(one) && (this.met.get(one) ?? 0) < (this.known[one][1] ?? 1),
    )
    if (known) this.met.set(known, (this.met.get(known) ?? 0) + 1)
    this.suite(suite)[known ? 'known' : 'failed'] += 1
    this.differences.push({ name: `${suite} ${name}`, detail, known })
  }

  /** What a check of a test came to. */
  outcome(suite, name, outcome, detail) {
    if (outcome === 'passed') this.passed(suite)
    else if (outcome === 'skipped') this.skipped(suite, detail)
    else this.failed(suite, name, detail)
  }

  compare(suite, name, actual, expected) {
    if (actual === expected) this.passed(suite)
    else this.failed(suite, name, `expected ${JSON.stringify(expected)}\n      found    ${JSON.stringify(actual)}`)
  }

  /** Prints everything and ends the program: with 1 when there is a difference that is not known. */
  finish() {
    for (const { name, detail, known } of this.differences)
      console.log(known ? `known  ${name}\n      ${this.known[known][0]}` : `DIFFER ${name}\n      ${detail}`)
    if (this.reasons.size > 0) console.log('\nnot usable')
    for (const [reason, count] of [...this.reasons].sort()) console.log(`${String(count).padStart(6)}  ${reason}`)
    const width = Math.max(8, ...[...this.suites.keys()].map((name) => name.length))
    console.log(`\n${'suite'.padEnd(width)}   cases  usable  passed   known  differ`)
    const total = { passed: 0, failed: 0, known: 0, skipped: 0 }
    const line = (name, { passed, failed, known, skipped }) =>
      console.log(
        name.padEnd(width) +
          [passed + failed + known + skipped, passed + failed + known, passed, known, failed]
            .map((count) => String(count).padStart(8))
            .join(''),
      )
    for (const [name, counts] of this.suites) {
      for (const key of Object.keys(total)) total[key] += counts[key]
      line(name, counts)
    }
    line('all', total)
    const usable = total.passed + total.failed + total.known
    console.log(`${((100 * total.passed) / usable).toFixed(1)} % of the usable cases agree`)
    const stale = Object.keys(this.known).filter((one) => !this.met.has(one))
    for (const one of stale) console.log(`not met: the known difference ${one}`)
    process.exit(total.failed > 0 ? 1 : 0)
  }
}
