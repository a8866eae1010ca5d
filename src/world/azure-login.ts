import type { Text } from '../source/text.ts'

/** What azure/login is given. */
export interface AzureLogin {
  /** In the order of its documentation; those that are given. */
  readonly ids: readonly { readonly name: string; readonly text: Text }[]
  /** Client and tenant are given: it signs in without `creds`. */
  readonly hasIdentity: boolean
  readonly subscription: Text | undefined
  readonly creds: Text | undefined
  /** No input of the action's, and often taken for one. */
  readonly secret: Text | undefined
  /** `auth-type: IDENTITY`: the machine has an identity of its own. */
  readonly byMachine: boolean
}

/**
 * Reads the inputs of azure/login; an empty one counts as none. Any of the three ids makes it ignore `creds`
 * (Azure/login src/common/LoginConfig.ts).
 */
export function azureLoginOf(inputs: ReadonlyMap<string, Text>): AzureLogin {
  const given = (name: string): Text | undefined => {
    const text = inputs.get(name)
    return text && text.value.trim() !== '' ? text : undefined
  }
  return {
    ids: ['client-id', 'tenant-id', 'subscription-id'].flatMap((name) => {
      const text = given(name)
      return text ? [{ name, text }] : []
    }),
    hasIdentity: given('client-id') !== undefined && given('tenant-id') !== undefined,
    subscription: given('subscription-id'),
    creds: given('creds'),
    secret: given('client-secret'),
    byMachine: given('auth-type')?.value.toUpperCase() === 'IDENTITY',
  }
}
