import { deleting, sending } from '../kube/kubectl-apply.ts'
import { understand, type Verb } from '../kube/kubectl-call.ts'
import { config, login, project } from '../kube/kubectl-config.ts'
import { create, run } from '../kube/kubectl-create.ts'
import { kustomize } from '../kube/kubectl-kustomize.ts'
import { patch } from '../kube/kubectl-patch.ts'
import { rollout, scale, set, wait } from '../kube/kubectl-workloads.ts'
import { asked, done, recordCommand } from '../kube/outcome.ts'
import { command } from '../tool.ts'

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['apply', sending('apply')],
  ['replace', sending('replace')],
  ['create', create],
  ['run', run],
  ['delete', deleting],
  ['rollout', rollout],
  ['wait', wait],
  ['scale', scale],
  ['set', set],
  ['patch', patch],
  ['config', config],
  ['kustomize', kustomize],
])

/** Verbs that only `oc` has. */
const openShiftVerbs: ReadonlyMap<string, Verb> = new Map([
  ['project', project],
  ['login', login],
])

/** Verbs that change something and print nothing of interest. */
const quiet = new Set([
  'annotate',
  'label',
  'autoscale',
  'expose',
  'cordon',
  'uncordon',
  'drain',
  'taint',
  'edit',
  'cp',
])

/** kubectl, and oc, which has all of its verbs. */
export const kubectl = command(['kubectl', 'oc', 'kubectl.exe'], (call, machine, world) => {
  const understood = understand(call, machine, world)
  const { verb } = understood
  recordCommand(call, machine, world, `kubectl ${verb}`)
  const isOpenShift = call.name.value === 'oc'
  const act = verbs.get(verb) ?? (isOpenShift ? openShiftVerbs.get(verb) : undefined)
  if (act) return act(understood.kubectl)
  return quiet.has(verb) ? done(call, machine, world) : asked(call, machine, world)
})
