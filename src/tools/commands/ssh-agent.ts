import { concatAll, spoken } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** Prints what `eval` is to run: two variables, whose values nobody knows. */
export const sshAgent = command('ssh-agent', (call, machine) => {
  if (call.args.some(({ value }) => value !== '-s')) return opaque(call, machine)
  const lines = ['SSH_AUTH_SOCK', 'SSH_AGENT_PID'].flatMap((name) => [
    spoken(`${name}=`, call.at),
    unknownText(machine.names, `${name} of run ${machine.run.id}`, name, call.at),
    spoken(`; export ${name};\n`, call.at),
  ])
  return done(concatAll(lines))
})
