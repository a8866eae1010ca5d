/**
 * Commands that change nothing a delivery is about: no files in the workspace, no registry, no cluster. What they print is
 * unknown where they print at all.
 */
interface Harmless {
  readonly names: readonly string[]
  readonly why: string
  /** Arguments with which it is something else after all. */
  readonly unless?: RegExp
  /** It makes files, and nothing else: an image is not pushed with it. */
  readonly makesFiles?: boolean
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
  {
    names: ['useradd', 'usermod', 'adduser', 'groupadd', 'addgroup'],
    why: 'are about who is who on the computer',
    silent: true,
  },
  { names: ['deactivate'], why: 'leaves what bin/activate of Python has set', silent: true, succeeds: true },
  { names: ['kill', 'pkill', 'killall'], why: 'end processes', silent: true },
  {
    names: ['ls', 'pwd', 'du', 'df', 'stat', 'file', 'which', 'whereis', 'readlink', 'realpath', 'tree', 'lsof'],
    why: 'look at files',
  },
  {
    names: [
      'whoami',
      'id',
      'uname',
      'hostname',
      'uptime',
      'free',
      'ps',
      'nproc',
      'lscpu',
      'date',
      'tty',
      'groups',
      'lsb_release',
      'getent',
    ],
    why: 'look at the computer',
  },
  { names: ['ping', 'nslookup', 'dig', 'host', 'nc', 'netstat', 'ss', 'telnet'], why: 'look at the network' },
  {
    names: ['curl'],
    why: 'prints what it fetches',
    unless: /^(?:-[A-Za-z]*[oOJT]|--output|--remote-name|--upload-file)/,
  },
  {
    names: ['curl', 'wget'],
    why: 'fetch files',
    unless: /^(?:-[A-Za-z]*T|--upload-file|--post-file|--body-file)/,
    makesFiles: true,
  },
  {
    names: ['tar', 'unzip', 'zip', 'gzip', 'gunzip', 'bzip2', 'xz', 'unxz', '7z', 'zstd'],
    why: 'pack and unpack',
    unless: /^--(?:to-command|checkpoint-action|use-compress-program)/,
    makesFiles: true,
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
    names: ['sha256sum', 'md5sum', 'sha1sum', 'shasum', 'cksum', 'openssl', 'uuidgen', 'bc', 'expr', 'factor'],
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
      'flake8',
      'ruff',
      'mypy',
      'pylint',
      'bandit',
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

/** The command as one that changes nothing, if it is. */
export const harmlessCommand = (name: string, args: readonly string[]): Harmless | undefined =>
  harmless.find(({ names, unless }) => names.includes(name) && !(unless && args.some((arg) => unless.test(arg))))
