/**
 * Commands that change nothing a delivery is about: no files in the workspace, no registry, no cluster. What they print is
 * unknown where they print at all.
 */
interface Harmless {
  readonly names: readonly string[]
  readonly why: string
  /** Arguments with which it makes files after all. */
  readonly unless?: RegExp
  readonly silent?: boolean
  readonly succeeds?: boolean
}

const harmless: readonly Harmless[] = [
  { names: ['sleep'], why: 'waits', silent: true, succeeds: true },
  {
    names: ['chmod', 'chown', 'umask', 'sync'],
    why: 'change who may do what with a file, not what is in it',
    silent: true,
  },
  { names: ['kill', 'pkill', 'killall'], why: 'end processes', silent: true },
  {
    names: ['ls', 'pwd', 'du', 'df', 'stat', 'file', 'which', 'whereis', 'readlink', 'realpath', 'tree', 'lsof'],
    why: 'look at files',
  },
  {
    names: ['whoami', 'id', 'uname', 'hostname', 'uptime', 'free', 'ps', 'nproc', 'lscpu', 'date', 'tty', 'groups'],
    why: 'look at the computer',
  },
  { names: ['ping', 'nslookup', 'dig', 'host', 'nc', 'netstat', 'ss', 'telnet'], why: 'look at the network' },
  {
    names: ['curl'],
    why: 'prints what it fetches',
    unless: /^(?:-[A-Za-z]*[oOJT]|--output|--remote-name|--upload-file)/,
  },
  {
    names: ['apt', 'apt-get', 'apk', 'yum', 'dnf', 'brew', 'snap', 'apt-key', 'add-apt-repository'],
    why: 'install outside the workspace',
  },
  {
    names: ['systemctl', 'service', 'journalctl', 'sysctl', 'modprobe', 'swapoff', 'ufw'],
    why: 'are about the computer',
  },
  { names: ['ssh-keyscan', 'ssh-add', 'gpg', 'ssh-agent'], why: 'are about keys' },
  {
    names: ['sha256sum', 'md5sum', 'sha1sum', 'cksum', 'openssl', 'uuidgen', 'bc', 'expr', 'factor'],
    why: 'compute',
    unless: /^-out/,
  },
  {
    names: [
      'eslint',
      'tsc',
      'shellcheck',
      'hadolint',
      'yamllint',
      'actionlint',
      'kubeval',
      'kubeconform',
      'kube-linter',
      'trivy',
      'grype',
    ],
    why: 'check',
    unless: /^(?:-o|--output|--outDir|--fix)/,
  },
]

const byName = new Map(harmless.flatMap((entry) => entry.names.map((name) => [name, entry] as const)))

/** The command as one that changes nothing, if it is. */
export function harmlessCommand(name: string, args: readonly string[]): Harmless | undefined {
  const entry = byName.get(name)
  return entry?.unless && args.some((arg) => entry.unless?.test(arg)) ? undefined : entry
}
