import { concat, emptyText, join, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknown, unknownText } from '../../source/unknown.ts'
import { isTooLong, listItems } from '../../syntax/csv-list.ts'
import { temporaryPath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { goBoolean } from '../docker/decision.ts'
import { expand, globalExpression, type MetadataContext } from '../docker/metadata/expression.ts'
import { flavorOf, imageLines, tagLines } from '../docker/metadata/inputs.ts'
import { asJson, bakeFile } from '../docker/metadata/json.ts'
import { type MetadataVersion, referencesOf, versionOf } from '../docker/metadata/version.ts'
import { isAtLeast } from '../docker/version.ts'
import { type ActionCall, type ActionOutcome, action } from '../tool.ts'

/** Makes tags and labels from the event. https://github.com/docker/metadata-action (v6.2.0; inputs are the same since v2) */
export const dockerMetadata = action('docker/metadata-action', (call, machine): ActionOutcome => {
  if (!isAtLeast(call.uses.version, 2)) return { outputs: new Map(), complete: false }
  if (isTooMuch(call)) return { outputs: new Map(), complete: false }
  const outputs = outputsOf(call, machine)
  if (exportsOutputs(call, machine))
    machine.variables = new Map([
      ...machine.variables,
      ...[...outputs].map(
        ([name, text]) =>
          [`DOCKER_METADATA_OUTPUT_${name.replace(/\W/g, '_').toUpperCase()}`, { text, exported: true }] as const,
      ),
    ])
  return { outputs, complete: true }
})

/** More than this nobody tags; what they would be stays unknown. */
const mostTags = 2_000

const isTooMuch = (call: ActionCall): boolean =>
  [...call.inputs.values()].some(isTooLong) ||
  list(call, 'tags').length * Math.max(1, list(call, 'images').length) > mostTags

function outputsOf(call: ActionCall, machine: Machine): ReadonlyMap<string, Text> {
  const context = contextOf(call, machine)
  const version = versionOf(tagLines(list(call, 'tags'), call.at), flavorOf(list(call, 'flavor')), context, call.at)
  const tags = referencesOf(imageLines(list(call, 'images')), version, call.at)
  const labels = labelsOf(list(call, 'labels'), version, context, call)
  const annotations = labelsOf(list(call, 'annotations'), version, context, call).map((one) =>
    concat(spoken('manifest:', call.at), one),
  )
  const json = asJson({ tags, 'tag-names': version.names, labels, annotations }, call.at)
  const target = call.input('bake-target')?.value || 'docker-metadata-action'
  const file = (name: string, content: Text): Text => {
    const path = `${temporaryPath}/docker-metadata-action-${call.at.start}/docker-metadata-action-bake${name}.json`
    machine.files.write(path, content)
    return spoken(path, call.at)
  }
  const separated = (texts: readonly Text[], input: string): Text =>
    join(texts, call.input(input)?.value ? (call.input(input) as Text) : spoken('\n', call.at))
  return new Map([
    ['version', version.main ?? emptyText],
    ['tags', separated(tags, 'sep-tags')],
    ['tag-names', separated(version.names, 'sep-tags')],
    ['labels', separated(labels, 'sep-labels')],
    ['annotations', separated(annotations, 'sep-annotations')],
    ['json', json],
    ['bake-file-tags', file('-tags', bakeFile(target, { tags }, call.at))],
    ['bake-file-labels', file('-labels', bakeFile(target, { labels }, call.at))],
    ['bake-file-annotations', file('-annotations', bakeFile(target, { annotations }, call.at))],
    ['bake-file', file('', bakeFile(target, { tags, labels }, call.at))],
  ])
}

/** Before v6 a `#` anywhere in a line began a comment. */
const list = (call: ActionCall, name: string): readonly Text[] =>
  listItems(call.input(name) ?? emptyText, {
    commas: false,
    comments: isAtLeast(call.uses.version, 6) ? 'lines' : 'anywhere',
  })

/** The event as the action sees it (src/context.ts): a pull request's own head only if the environment asks for it. */
function contextOf(call: ActionCall, machine: Machine): MetadataContext {
  const { event, ref, sha, defaultBranch } = call.github
  const isPullRequest = event.includes('pull_request')
  const headWanted = isPullRequest && /true/i.test(variable(machine, 'DOCKER_METADATA_PR_HEAD_SHA') ?? '')
  const head = 'github.event.pull_request.head.sha'
  const length = variable(machine, 'DOCKER_METADATA_SHORT_SHA_LENGTH')
  const known = call.input('context')?.value !== 'git'
  return {
    names: machine.names,
    event,
    ref: known ? ref : unknown(machine.names, `git ref of ${ref}`, 'what is checked out'),
    sha: headWanted ? unknown(machine.names, head, head) : sha,
    defaultBranch,
    baseRef: undefined,
    shortShaLength: !length ? 7 : holdsUnknown(length) || Number.isNaN(Number(length)) ? undefined : Number(length),
  }
}

const variable = (machine: Machine, name: string): string | undefined => {
  const found = machine.variables.get(name)
  return found?.exported ? found.text.value : undefined
}

const labelNames = ['created', 'description', 'licenses', 'revision', 'source', 'title', 'url', 'version']

/** Labels sorted by name; what the repository says of itself is unknown. */
function labelsOf(
  custom: readonly Text[],
  version: MetadataVersion,
  context: MetadataContext,
  call: ActionCall,
): readonly Text[] {
  const labels = new Map<string, Text>()
  for (const name of labelNames) {
    const key = `org.opencontainers.image.${name}`
    const value =
      name === 'version'
        ? (version.main ?? emptyText)
        : name === 'revision'
          ? spoken(context.sha, call.at)
          : unknownText(context.names, `label ${name} at ${context.sha}`, `the label ${name}`, call.at)
    labels.set(key, concat(spoken(`${key}=`, call.at), value))
  }
  for (const line of custom) {
    const label = expand(line, globalExpression(context)) ?? line
    labels.set(label.value.split('=')[0] ?? '', label)
  }
  return [...labels].sort(([a], [b]) => a.localeCompare(b)).map(([, label]) => label)
}

/** Since v4.3; since v5.7 the environment can turn it off. */
function exportsOutputs(call: ActionCall, machine: Machine): boolean {
  if (!isAtLeast(call.uses.version, 4, 3)) return false
  const off = variable(machine, 'DOCKER_METADATA_SET_OUTPUT_ENV')
  return !off || !isAtLeast(call.uses.version, 5, 7) || goBoolean(off) !== false
}
