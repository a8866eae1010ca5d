import { runCompose } from '../docker/compose-command.ts'
import { command } from '../tool.ts'

/** Compose under its old name. */
export const dockerCompose = command('docker-compose', (call, machine, world) =>
  runCompose(call, call.args, machine, world),
)
