/**
 * Variables that a runner, a login shell or bash itself sets, so that their absence in what we know says nothing.
 * actions/runner: src/Runner.Worker (GITHUB_*, RUNNER_*, CI); actions/runner-images: images/ubuntu (tool directories).
 */
const setByOthers = [
  /^(GITHUB|RUNNER|ACTIONS|INPUT|AGENT|STATE|BASH|LC|XDG|SSH|ANDROID|JAVA|GOROOT|PIPX|NVM|VCPKG|SWIFT|EDGE|CHROME|GECKO|SELENIUM|HOMEBREW|GRADLE|DOTNET|POWERSHELL|PSModule|AZURE|DEPLOYMENT|Image|CONDA|SYSTEMD|JOURNAL)/,
  /^(CI|HOME|PATH|USER|LOGNAME|SHELL|TERM|LANG|LANGUAGE|HOSTNAME|HOSTTYPE|OSTYPE|MACHTYPE|UID|EUID|GROUPS|PPID|PWD|OLDPWD|SHLVL|TMPDIR|TZ|DISPLAY|EDITOR|PAGER|MAIL|COLUMNS|LINES)$/,
  /^(RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|EPOCHREALTIME|LINENO|DIRSTACK|FUNCNAME|COMP_.*|OPTERR|HIST.*|PS[0-9]|PROMPT_COMMAND|TIMEFORMAT|KUBECONFIG|DEBIAN_FRONTEND|INVOCATION_ID|PERFLOG_LOCATION_SETTING|ACCEPT_EULA|_)$/,
]

export const maySomebodySet = (name: string): boolean => setByOthers.some((pattern) => pattern.test(name))

/** What is another value at every look. */
export const changesByItself = (name: string): boolean =>
  /^(RANDOM|SRANDOM|SECONDS|EPOCHSECONDS|EPOCHREALTIME|LINENO|_)$/.test(name)
