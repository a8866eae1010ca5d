import { split, type Text } from '../../source/text.ts'
import type { SetKind } from '../../syntax/set-values.ts'
import type { Setting } from '../../world/cluster.ts'
import type { ValuesFile } from './helm-chart.ts'
import { type Options, parseOptions } from './options.ts'

/** Options without a value, or with one only behind `=` (Helm 3.21 and 4.2, all commands together). */
const switches = new Set(
  (
    'h i g q a A all all-namespaces allow-unreleased atomic ca cleanup-on-fail create-namespace debug dependency-update devel ' +
    'disable-openapi-validation dry-run enable-dns force force-conflicts force-replace force-update generate-name help ' +
    'hide-notes hide-secret include-crds insecure insecure-skip-tls-verify install is-upgrade keep-history ' +
    'kube-insecure-skip-tls-verify no-hooks no-update pass-credentials password-stdin plain-http quiet recreate-pods ' +
    'render-subchart-notes replace reset-then-reuse-values reset-values reuse-values rollback-on-failure sign skip-crds ' +
    'skip-refresh skip-schema-validation skip-tests strict take-ownership untar validate verify wait wait-for-jobs ' +
    'with-subcharts allow-dirty'
  ).split(' '),
)

export const parseHelmOptions = (args: readonly Text[]): Options => parseOptions(args, switches)

const settingKinds: ReadonlySet<string> = new Set(['set', 'set-string', 'set-json', 'set-file', 'set-literal'])
const isSetting = (name: string): name is SetKind => settingKinds.has(name)

/** `-f` and `--set` with its relatives, in the order of the command line; `-f` takes comma lists. */
export const valuesIn = (options: Options): readonly (ValuesFile | Setting)[] =>
  options.given.flatMap(({ name, value }): readonly (ValuesFile | Setting)[] => {
    if (value === undefined) return []
    if (isSetting(name)) return [{ kind: name, text: value }]
    return name === 'f' || name === 'values' ? split(value, ',').map((path) => ({ kind: 'file', path })) : []
  })
