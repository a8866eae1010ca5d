import { placeOf, type Text } from '../../source/text.ts'
import { show, unknownText } from '../../source/unknown.ts'
import { notModelled, record } from '../../world/machine.ts'
import { write } from './process.ts'
import { type Flow, finish, onlyOnce, type Shell } from './shell-state.ts'

/** Commands that leave no files behind which a delivery could read, and push nothing. */
const harmless = new Set(
  (
    'sleep ls id whoami uname hostname df du free ps top which type nproc printenv locale jq yq curl wget ping nc dig nslookup ssh-keyscan ssh-add ssh-agent ' +
    'apt apt-get yum dnf apk brew snap pip pip3 gem systemctl service kill pkill killall clear tput stty less more column bc expr stat file pgrep lsof ' +
    'pytest jest eslint prettier tsc shellcheck hadolint trivy grype snyk cosign syft kubeval kubeconform kube-linter conftest k9s stern kubectx kubens gh'
  ).split(' '),
)

/** What nobody here knows: its output is unknown, and it may have pushed what it was given. */
export function unknownCommand(shell: Shell, name: Text, args: readonly Text[]): Flow {
  const { machine, world } = shell
  const shown = show(machine.names, name.value)
  notModelled(world, shown)
  const plain = name.value.slice(name.value.lastIndexOf('/') + 1)
  if (!harmless.has(plain)) {
    record(world, machine, {
      kind: 'opaque',
      name: shown,
      about: [name, ...args, shell.input, ...environment(shell)],
      anything: false,
      at: placeOf(name),
    })
    machine.files.blur()
  }
  const asked = onlyOnce(shell, name.value)
  const label = [name, ...args.slice(0, 2)].map((word) => show(machine.names, word.value)).join(' ')
  write(
    shell,
    1,
    unknownText(machine.names, `output of ${asked.condition}`, `output of ${label.slice(0, 60)}`, placeOf(name)),
  )
  return finish(shell, asked)
}

/** The runner's own variables name the repository, and would make everything suspect. */
const environment = (shell: Shell): readonly Text[] =>
  [...shell.machine.variables].flatMap(([name, variable]) =>
    variable.exported && !/^(?:GITHUB|RUNNER)_/.test(name) ? [variable.text] : [],
  )
