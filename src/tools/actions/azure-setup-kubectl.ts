import { action } from '../tool.ts'

/** Installs kubectl. */
export const azureSetupKubectl = action('azure/setup-kubectl', () => ({ outputs: new Map(), complete: false }))
