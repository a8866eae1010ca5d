import type { Text } from '../source/text.ts'
import type { Event } from './ledger.ts'

/** A step asks GitHub for an OIDC token, in order to sign in somewhere without a password. */
export interface IdTokenRequest extends Event {
  readonly kind: 'id-token-request'
  /** The action: `azure/login`. */
  readonly by: string
  /** The input that makes it ask. */
  readonly reason: Text | undefined
  /** What it says where it gets none. */
  readonly refusal: string
}
