import { CallError } from '../failure.ts'
import { type Call, type Functions, itemsOf, looks, moves, num } from '../function.ts'
import { bool, deepEqual, isNil, list, nil, type StoredValue, type Value } from '../value.ts'
import { isEmpty } from './defaults.ts'
import { toInt } from './numbers.ts'

type Items = readonly StoredValue[]

/** A function of one list and its twin that is called `must…`; both fail alike. */
const both = (name: string, made: Functions[string]): Functions => ({
  [name]: made,
  [`must${name[0]?.toUpperCase()}${name.slice(1)}`]: made,
})

const ofList = (doing: string, run: (items: Items, call: Call) => Value) =>
  moves('any', ([value], call) => run(itemsOf(value, doing), call))

const without = (items: Items, dropped: readonly Value[], call: Call): Items =>
  items.filter((item) => !dropped.some((one) => deepEqual(one, item, call)))

function uniq(items: Items, call: Call): Items {
  const kept: StoredValue[] = []
  const scalars = new Set<string>()
  for (const item of items) {
    if (item.kind === 'string') {
      if (scalars.has(item.text.value)) continue
      scalars.add(item.text.value)
    } else if (kept.some((one) => deepEqual(one, item, call))) continue
    kept.push(item)
  }
  return kept
}

function sliceOf([value, ...indices]: readonly Value[], call: Call): Value {
  if (value?.kind === 'string') throw new CallError('list should be type of slice or array but string')
  const items = itemsOf(value, 'list should be type of slice or array but')
  if (items.length === 0) return nil
  const start = indices.length > 0 ? Number(toInt(indices[0])) : 0
  const end = indices.length > 1 ? Number(toInt(indices[1])) : items.length
  if (start < 0 || end > items.length || start > end)
    throw new CallError('reflect.Value.Slice: slice index out of bounds')
  return list(items.slice(start, end), call.here, value?.kind === 'list' ? value.elem : undefined)
}

function chunk([size, value]: readonly Value[], call: Call): Value {
  const items = itemsOf(value, 'Cannot chunk type')
  const length = num(size)
  if (length <= 0) throw new CallError('runtime error: integer divide by zero')
  const chunks: Value[] = []
  for (let start = 0; start < items.length; start += length)
    chunks.push(list(items.slice(start, start + length), call.here))
  return list(chunks, call.here, '[]interface {}')
}

const concat = moves('any...', (lists, { here }) =>
  list(
    lists.flatMap((one) => itemsOf(one, 'Cannot concat type', ' as list')),
    here,
  ),
)

const push = moves('any any', ([value, item], { here }) => list([...itemsOf(value, 'Cannot push on type'), item], here))

export const listFunctions: Functions = {
  list: moves('any...', (values, { here }) => list(values, here)),
  tuple: moves('any...', (values, { here }) => list(values, here)),
  append: push,
  push,
  mustAppend: push,
  mustPush: push,
  concat,
  ...both(
    'prepend',
    moves('any any', ([value, item], { here }) => list([item, ...itemsOf(value, 'Cannot prepend on type')], here)),
  ),
  ...both(
    'first',
    ofList('Cannot find first on type', (items) => items[0] ?? nil),
  ),
  ...both(
    'last',
    ofList('Cannot find last on type', (items) => items.at(-1) ?? nil),
  ),
  ...both(
    'rest',
    ofList('Cannot find rest on type', (items, { here }) => list(items.slice(1), here)),
  ),
  ...both(
    'initial',
    ofList('Cannot find initial on type', (items, { here }) => list(items.slice(0, -1), here)),
  ),
  ...both(
    'reverse',
    ofList('Cannot find reverse on type', (items, { here }) => list(items.toReversed(), here)),
  ),
  ...both(
    'compact',
    ofList('Cannot compact on type', (items, { here }) =>
      list(
        items.filter((item) => !isEmpty(item)),
        here,
      ),
    ),
  ),
  ...both(
    'uniq',
    ofList('Cannot find uniq on type', (items, call) => list(uniq(items, call), call.here)),
  ),
  ...both(
    'without',
    moves('any any...', ([value, ...dropped], call) =>
      list(without(itemsOf(value, 'Cannot find without on type'), dropped, call), call.here),
    ),
  ),
  ...both(
    'has',
    looks('any any', ([needle, value], call) =>
      bool(
        !isNil(value) && itemsOf(value, 'Cannot find has on type').some((item) => deepEqual(needle, item, call)),
        call.here,
      ),
    ),
  ),
  ...both('slice', moves('any any...', sliceOf)),
  ...both('chunk', moves('int any', chunk)),
}
