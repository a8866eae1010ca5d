import type { Span } from '../../source/span.ts'
import type { Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { itemsOf, parseYaml, textOf } from '../../syntax/yaml.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'

/** `helm dependency update`: archives that nobody can look into come to lie in `charts/`. */
export function fetchDependencies(machine: Machine, chart: Text, at: Span): void {
  const path = resolvePath(machine.directory, chart.value)
  for (const name of ['Chart.yaml', 'requirements.yaml']) {
    const text = machine.files.read(`${path}/${name}`)
    const root = text && parseYaml(text)[0]?.root
    for (const dependency of itemsOf(root, 'dependencies')) {
      const [what, version] = [textOf(dependency, 'name')?.value, textOf(dependency, 'version')?.value]
      if (!what || textOf(dependency, 'repository') === undefined) continue
      const archive = `${path}/charts/${what}-${version ?? ''}.tgz`
      machine.files.write(archive, unknownText(machine.names, `archive ${archive}`, `chart ${what}`, at))
    }
  }
}
