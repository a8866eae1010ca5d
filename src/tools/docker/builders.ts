import type { Span } from '../../source/span.ts'
import { spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { homePath } from '../../world/files.ts'
import type { Builder, Machine } from '../../world/machine.ts'

type Driver = Builder['driver']

/** Makes a builder; without a name it gets one that nobody knows. The name, as commands and outputs say it. */
export function addBuilder(machine: Machine, driver: Driver, name: Text | undefined, at: Span): Text {
  const known = machine.builders ?? new Map<string, Driver>()
  const made = name?.value
    ? name
    : unknownText(machine.names, `builder ${machine.run.id} ${known.size}`, 'the name of a builder', at)
  machine.builders = new Map([...known, [made.value, driver]])
  return made
}

/** The driver of a builder by its name. */
export const driverNamed = (machine: Machine, name: string): Driver =>
  name === 'default' ? 'docker' : (machine.builders?.get(name) ?? 'unknown')

/** The driver that a build meets: that of the builder it names, of `BUILDX_BUILDER`, or of the one in use. */
export function driverFor(machine: Machine, name: Text | undefined): Driver {
  const variable = machine.variables.get('BUILDX_BUILDER')
  const named = name?.value || (variable?.exported ? variable.text.value : '')
  return named ? driverNamed(machine, named) : machine.builder.driver
}

const configuration = `${homePath}/.docker/config.json`
const alias = '{"aliases":{"builder":"buildx"}}'

/** `docker buildx install`: from now on `docker build` is `docker buildx build` (docker/buildx commands/install.go). */
export const takeOverBuild = (machine: Machine, at: Span): void => machine.files.write(configuration, spoken(alias, at))

/** Whether `docker build` meets the builder in use, instead of the daemon's own. */
export const isTakenOver = (machine: Machine): boolean => machine.files.read(configuration)?.value === alias
