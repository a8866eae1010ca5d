import { concat, emptyText, join, spoken } from '../../source/text.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { imageFromNowhere, imageNamed, push } from '../docker/images.ts'
import { logIn } from '../docker/login.ts'
import { redHatReferences } from '../docker/red-hat.ts'
import { action } from '../tool.ts'

/** Pushes what is there as `image:tag` to `registry/image:tag`. https://github.com/redhat-actions/push-to-registry (src/index.ts) */
export const redhatPushToRegistry = action('redhat-actions/push-to-registry', (call, machine, world) => {
  const [registry, username, password] = ['registry', 'username', 'password'].map((name) => call.input(name))
  const before = machine.logins
  if (username?.value) logIn(machine, world, { registry, username, password, at: call.at })
  const sources = redHatReferences(call, undefined).map(parseImageReference)
  const targets = redHatReferences(call, registry)
  const images = sources.map(
    (source) => imageNamed(machine, world, source) ?? imageFromNowhere(machine, world, call.uses.text.value, call.at),
  )
  targets.forEach((target, index) => {
    const image = images[index]
    if (image) push(machine, world, parseImageReference(target), image)
  })
  machine.logins = before
  const quote = spoken('"', call.at)
  const quoted = targets.map((target) => concat(quote, target, quote))
  return {
    outputs: new Map([
      ['digest', spoken(images[0]?.digest ?? '', call.at)],
      ['registry-path', targets[0] ?? emptyText],
      ['registry-paths', concat(spoken('[', call.at), join(quoted, spoken(',', call.at)), spoken(']', call.at))],
    ]),
    complete: true,
  }
})
