const buckets = 1024
/** More entries than that, and bash makes more buckets (hashlib.c, HASH_REHASH_FACTOR). */
const most = 2 * buckets

/**
 * Keys of an associative array in the order in which bash 5.2 lists them: by bucket of their FNV-1 hash, the youngest of a
 * bucket first (hashlib.c, hash_string and hash_insert; assoc.h, ASSOC_HASH_BUCKETS). Undefined where it depends on the
 * machine: whether bytes above 127 are negative there.
 */
export function inHashOrder(keys: readonly string[]): readonly string[] | undefined {
  if (keys.length > most || !keys.every((key) => /^[\u0001-\u007f]*$/.test(key))) return undefined
  return keys.toReversed().toSorted((a, b) => bucketOf(a) - bucketOf(b))
}

function bucketOf(key: string): number {
  let hash = 2166136261
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash, 16777619) ^ key.charCodeAt(index)
  return hash & (buckets - 1)
}
