import { action, noOutputs } from '../tool.ts'

/** Installs doctl and signs it in. */
export const digitaloceanActionDoctl = action('digitalocean/action-doctl', () => noOutputs)
