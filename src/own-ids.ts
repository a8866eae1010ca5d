import type { Severity } from './finding.ts'

/** A finding that is not a rule's: about the configuration, an ignore comment, a file, or this program. */
export interface OwnId {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
}

/** Each has its page in `own-ids/<id>.md`. */
export const ownIds: readonly OwnId[] = [
  {
    id: 'config-invalid',
    severity: 'error',
    summary: 'The configuration cannot be used; nothing is rehearsed (exit code 2).',
  },
  { id: 'file-not-understood', severity: 'notice', summary: 'A file that belongs to a delivery cannot be parsed.' },
  { id: 'ignore-needless', severity: 'warning', summary: 'An ignore silences nothing.' },
  { id: 'ignore-unexplained', severity: 'warning', summary: 'An ignore does not say why.' },
  { id: 'internal-error', severity: 'warning', summary: 'A rule of this program failed; the others went on.' },
]
