import { spoken } from '../../source/text.ts'
import { unknown } from '../../source/unknown.ts'
import { daemonSettings } from '../docker/platform.ts'
import { action } from '../tool.ts'

/** Installs another Docker, with settings of its own. https://github.com/docker/setup-docker-action */
export const dockerSetupDocker = action('docker/setup-docker-action', (call, machine) => {
  const settings = call.input('daemon-config')
  const content = settings?.value ? settings : spoken(unknown(machine.names, daemonSettings, daemonSettings), call.at)
  machine.files.write(daemonSettings, content)
  return { outputs: new Map(), complete: false }
})
