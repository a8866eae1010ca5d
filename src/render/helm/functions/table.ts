import { Unsupported } from '../failure.ts'
import { type Functions, moves } from '../function.ts'
import { builtinFunctions } from './builtins.ts'
import { dataFunctions, toToml, toYaml } from './data.ts'
import { dateFunctions } from './dates.ts'
import { defaultFunctions } from './defaults.ts'
import { encodingFunctions } from './encoding.ts'
import { listFunctions } from './lists.ts'
import { mapFunctions } from './maps.ts'
import { numberFunctions } from './numbers.ts'
import { pathFunctions } from './paths.ts'
import { randomFunctions } from './random.ts'
import { regexpFunctions } from './regexps.ts'
import { stringFunctions } from './strings.ts'
import { versionFunctions } from './versions.ts'
import { wordFunctions } from './words.ts'

/** Go's, sprig's (3.3.0) and Helm's functions; later ones replace earlier ones of the same name. */
const helm3: Functions = {
  ...builtinFunctions,
  ...defaultFunctions,
  ...stringFunctions,
  ...wordFunctions,
  ...mapFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...encodingFunctions,
  ...pathFunctions,
  ...versionFunctions,
  ...regexpFunctions,
  ...dateFunctions,
  ...randomFunctions,
  ...dataFunctions,
}

/** What Helm 4.3 adds to 4.2 (engine/funcs.go): whether a chart may call them depends on which of the two it is. */
const laterFunctions: Functions = Object.fromEntries(
  [
    'mustToDuration',
    'durationSeconds',
    'durationMilliseconds',
    'durationMicroseconds',
    'durationNanoseconds',
    'durationMinutes',
    'durationHours',
    'durationDays',
    'durationWeeks',
    'durationRoundTo',
    'durationTruncateTo',
  ].map((name) => [
    name,
    moves('any...', () => {
      throw new Unsupported(`${name}, which came with Helm 4.3, is not supported`)
    }),
  ]),
)

const helm4: Functions = { ...helm3, mustToYaml: toYaml, mustToToml: toToml, ...laterFunctions }

export const functionsOf = (helm: 3 | 4): Functions => (helm === 4 ? helm4 : helm3)
