import { emptyText, split } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { logIn } from '../docker/login.ts'
import { runLogin, runLogout } from '../docker/login-command.ts'
import { optionOf, optionValue, readOptions } from '../docker/options.ts'
import { behindTransport, copyImage } from '../docker/registry-copy.ts'
import { command } from '../tool.ts'

const syntax = {
  valued: [
    ...[
      'src-creds',
      'dest-creds',
      'src-authfile',
      'dest-authfile',
      'authfile',
      'format',
      'additional-tag',
      'digestfile',
    ],
    ...['override-arch', 'override-os', 'override-variant', 'multi-arch', 'sign-by', 'src-cert-dir', 'dest-cert-dir'],
    ...['src-tls-verify', 'dest-tls-verify', 'retry-times', 'dest-compress-format', 'command-timeout', 'policy'],
  ],
  letters: { a: 'all', f: 'format', q: 'quiet' },
}

/** Copies between registries. https://github.com/containers/skopeo (docs/skopeo-copy.1.md) */
export const skopeo = command('skopeo', (call, machine, world) => {
  const line = readOptions(call.args, syntax)
  const [word, source, target] = line.operands
  const rest = call.args.slice(word ? call.args.indexOf(word) + 1 : 0)
  if (word?.value === 'login') return runLogin(call, rest, machine, world)
  if (word?.value === 'logout') return runLogout(call, rest, machine, world)
  if (word?.value !== 'copy')
    return {
      status: 'unknown',
      stdout: unknownText(machine.names, `skopeo ${call.at.start}`, 'output of skopeo', call.at),
    }
  const to = target && behindTransport(target)
  const from = source && (behindTransport(source) ?? source)
  if (!from || !to) return { status: 0, stdout: emptyText }
  const before = machine.logins
  const credentials = optionValue(line, 'dest-creds')
  if (credentials) {
    const [username, password] = split(credentials, ':')
    logIn(machine, world, { registry: to, username, password, at: call.at })
  }
  const whole = optionOf(line, 'all') !== undefined || optionValue(line, 'multi-arch')?.value === 'all'
  copyImage(from, to, whole, call, machine, world)
  machine.logins = before
  return { status: 0, stdout: emptyText }
})
