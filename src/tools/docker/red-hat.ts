import { concat, emptyText, split, spoken, type Text, trim } from '../../source/text.ts'
import type { ActionCall } from '../tool.ts'

/** The tags of a Red Hat action: separated by white space, `latest` if there are none. */
function tagsIn(call: ActionCall): readonly Text[] {
  const tags = split(trim(call.input('tags') ?? emptyText), /\s+/).filter((tag) => tag.value !== '')
  return tags.length > 0 ? tags : [spoken('latest', call.at)]
}

/**
 * The references that `image` and `tags` make, under a registry if there is one. Tags that are whole names
 * (`quay.io/acme/app:1`) stand for themselves (redhat-actions/buildah-build src/utils.ts isFullImageName). All of it is made
 * lower case; an unknown that is a reference is so already.
 */
export function redHatReferences(call: ActionCall, registry: Text | undefined): readonly Text[] {
  const image = call.input('image') ?? emptyText
  return tagsIn(call).map((tag) => {
    if (tag.value.includes(':')) return tag
    const path = registry?.value ? concat(trim(registry), spoken('/', call.at), image) : image
    return concat(path, spoken(':', call.at), tag)
  })
}
