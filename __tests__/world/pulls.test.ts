import { fileText } from '../../src/source/text.ts'
import { applyText } from '../../src/world/apply.ts'
import type { Cluster } from '../../src/world/cluster.ts'
import { pullsOf } from '../../src/world/pulls.ts'
import type { When } from '../../src/world/run.ts'
import { type Rehearsal, rehearse } from '../tools/kube/rehearsal.ts'

const deployment = (image: string, namespace = '', kind = 'Deployment', metadata = 'name: api'): string =>
  `apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}\nkind: ${kind}\nmetadata:\n  ${metadata}\n  ${namespace && `namespace: ${namespace}`}\nspec: {template: {spec: {containers: [{name: api, image: "${image}"}]}}}\n`

const send = ({ world, machine }: Rehearsal, text: string, when: When = new Map()): void => {
  const at = machine.run.at
  machine.when = when
  applyText(world, machine, fileText({ path: 'a.yaml', text }), {
    by: 'apply',
    namespace: undefined,
    at,
    label: 'test',
  })
  machine.when = new Map()
}

const images = ({ world }: Rehearsal): readonly string[] => pullsOf(world).map((pull) => pull.reference.text.value)

describe('what a later step replaces', () => {
  it('is no pull', () => {
    const rehearsal = rehearse()
    send(rehearsal, deployment('x:placeholder'))
    send(rehearsal, deployment('x:1'))
    expect(images(rehearsal)).toEqual(['x:1'])
  })

  it.each<[string, string, string]>([
    ['of another namespace', deployment('x:1', 'a'), deployment('x:2', 'b')],
    ['of another kind', deployment('x:1'), deployment('x:2', '', 'StatefulSet')],
    ['of another name', deployment('x:1'), deployment('x:2', '', 'Deployment', 'name: web')],
    [
      'that the cluster names itself',
      deployment('x:1', '', 'Job', 'generateName: api-'),
      deployment('x:2', '', 'Job', 'generateName: api-'),
    ],
  ])('is an object %s', (_, first, second) => {
    const rehearsal = rehearse()
    send(rehearsal, first)
    send(rehearsal, second)
    expect(images(rehearsal)).toEqual(['x:1', 'x:2'])
  })

  it('is not what happens under an opposite assumption', () => {
    const rehearsal = rehearse()
    send(rehearsal, deployment('x:1'), new Map([['prod', true]]))
    send(rehearsal, deployment('x:2'), new Map([['prod', false]]))
    expect(images(rehearsal)).toEqual(['x:1', 'x:2'])
  })

  it('may be replaced under an assumption that nobody made', () => {
    const rehearsal = rehearse()
    send(rehearsal, deployment('x:1'))
    send(rehearsal, deployment('x:2'), new Map([['prod', true]]))
    expect(images(rehearsal)).toEqual(['x:2'])
  })

  it('belongs to another run', () => {
    const rehearsal = rehearse()
    send(rehearsal, deployment('x:1'))
    send(
      { ...rehearsal, machine: { ...rehearsal.machine, run: { ...rehearsal.machine.run, id: 2 } } },
      deployment('x:2'),
    )
    expect(images(rehearsal)).toEqual(['x:1', 'x:2'])
  })

  it('is in another cluster', () => {
    const rehearsal = rehearse()
    const cluster = (text: string): Cluster => ({
      name: fileText({ path: 'c', text }),
      provider: 'aks',
      at: rehearsal.machine.run.at,
    })
    for (const name of ['one', 'two']) {
      rehearsal.machine.cluster = cluster(name)
      send(rehearsal, deployment(`x:${name}`))
    }
    expect(images(rehearsal)).toEqual(['x:one', 'x:two'])
  })
})

it('knows the pod of an object that another run applied', () => {
  const rehearsal = rehearse()
  send(
    { ...rehearsal, machine: { ...rehearsal.machine, run: { ...rehearsal.machine.run, id: 2, implied: true } } },
    deployment('x:latest'),
  )
  rehearsal.run('kubectl set image deployment/api api=x:1')
  const pull = pullsOf(rehearsal.world).find((one) => one.reference.tag?.value === '1')
  expect([pull?.policy.effective, pull?.object.uncertain, pull?.apply.by]).toEqual(['Always', false, 'set'])
})

it('takes a container without an image for nothing', () => {
  const rehearsal = rehearse()
  send(rehearsal, deployment(''))
  send(rehearsal, 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c}]}')
  expect(images(rehearsal)).toEqual([])
})

it('handles many objects in reasonable time', () => {
  const rehearsal = rehearse()
  const text = Array.from({ length: 5000 }, (_, index) =>
    deployment(`x:${index}`, '', 'Deployment', `name: d${index}`),
  ).join('---\n')
  send(rehearsal, text)
  expect(images(rehearsal)).toHaveLength(5000)
})
