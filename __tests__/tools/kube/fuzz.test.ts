import fc from 'fast-check'
import { fileText } from '../../../src/source/text.ts'
import { parseSetValues, type SetKind } from '../../../src/syntax/set-values.ts'
import { pullsOf } from '../../../src/world/pulls.ts'
import { rehearse } from './rehearsal.ts'

const word = fc.oneof(
  fc.constantFrom(
    ...'apply create delete set image rollout status restart patch config use-context scale run secret generic upgrade install template'.split(
      ' ',
    ),
    ...'-f -n -k -R -o yaml --dry-run=client --set a=1,b -p {"spec":{}} --from-literal=a=b --image= --name -t -r acr build aks get-credentials'.split(
      ' ',
    ),
    ...'deployment/api * - a.yaml . / --context kind-x edit image=x:1 dependency update command invoke --command'.split(
      ' ',
    ),
    '\uE000',
    'x\uE001=y',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[' ]/g, '')),
)
const line = fc
  .tuple(
    fc.constantFrom('kubectl', 'helm', 'az', 'aws', 'gcloud', 'eksctl', 'kustomize', 'doctl', 'kubectx', 'oc'),
    fc.array(word, { maxLength: 8 }),
  )
  .map(([name, words]) => [name, ...words.filter((one) => one !== '')].join(' '))

it('no command line breaks a tool', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      const { run, world } = rehearse({
        'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: i}]}',
      })
      for (const one of lines) run(one)
      pullsOf(world)
    }),
    { seed: 1, numRuns: 400 },
  )
})

it('every reading of a setting covers text that is there', () => {
  const kinds: readonly SetKind[] = ['set', 'set-string', 'set-json', 'set-file', 'set-literal']
  const setting = fc.stringMatching(/^[a-c=,.[\]{}\\"0-9 -]{0,24}$/)
  fc.assert(
    fc.property(fc.constantFrom(...kinds), setting, (kind, value) => {
      const text = fileText({ path: 'x', text: value })
      const { assignments, fails } = parseSetValues({ kind, text })
      for (const one of assignments) expect(one.start >= 0 && one.start < one.end && one.end <= value.length).toBe(true)
      if (fails) expect(fails.at.start).toBeLessThanOrEqual(value.length)
    }),
    { seed: 1, numRuns: 2000 },
  )
})
