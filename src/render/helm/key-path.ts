/** Keys as `--set` and its relatives take them (strvals): what separates them elsewhere stands behind a backslash. */
export const keyPath = (keys: readonly string[]): string =>
  keys.map((key) => key.replace(/[\\=[,.]/g, '\\$&')).join('.')
