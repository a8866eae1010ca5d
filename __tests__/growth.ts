/**
 * How many times as long `run` takes for eight times the size: about 8 where time is linear, 64 where it is quadratic. The best
 * of three, so that a busy machine does not decide.
 */
export function growth(size: number, run: (size: number) => void): number {
  const timed = (n: number): number => {
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      run(n)
      return performance.now() - start
    })
    return Math.max(Math.min(...times), 1)
  }
  run(size)
  return timed(size * 8) / timed(size)
}

/** Far above what linear time shows, far below what quadratic time does. */
export const aboutLinear = 30
