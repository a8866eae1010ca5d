/** A command as the runner reads it from a line of output: `::error file=a,line=1::message`. */
export interface WorkflowCommand {
  readonly name: 'error' | 'warning' | 'notice' | 'group' | 'endgroup'
  readonly properties: Readonly<Record<string, string | number | undefined>>
  readonly message: string
}

/** Escaped as actions/toolkit does it (packages/core/src/command.ts). One line, no line end. */
export function commandLine({ name, properties, message }: WorkflowCommand): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '')
  const list = given.map(([key, value]) => `${key}=${property(String(value))}`).join(',')
  return `::${name}${list === '' ? '' : ` ${list}`}::${data(message)}`
}

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
