import { action } from '../tool.ts'

/** Registers emulators, which changes how a build runs and not what comes out. https://github.com/docker/setup-qemu-action */
export const dockerSetupQemu = action('docker/setup-qemu-action', () => ({ outputs: new Map(), complete: false }))
