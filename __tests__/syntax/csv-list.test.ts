import { placeOf, textAt } from '../../src/source/text.ts'
import { attribute, attributesOf, type ListOptions, listItems } from '../../src/syntax/csv-list.ts'

const text = (value: string) => textAt({ source: { path: 'input', text: value }, start: 0, end: value.length })

describe('a list input', () => {
  it.each<[string, ListOptions, readonly string[]]>([
    ['bar', { commas: true }, ['bar']],
    ['bar\nbaz', { commas: true }, ['bar', 'baz']],
    ['bar\n\n baz \r\nqux', { commas: true }, ['bar', 'baz', 'qux']],
    ['bar, baz,', { commas: true }, ['bar', 'baz']],
    ['a:1\ntype=local,src=x', { commas: false }, ['a:1', 'type=local,src=x']],
    ['a\n"b,c"', { commas: true }, ['a', 'b', 'c']],
    ['"b,c",d', { commas: true }, ['b,c', 'd']],
    ['type=image,"name=a,b"', { commas: false }, ['type=image,name=a,b']],
    ['type=image,"name=a,b"', { commas: false, quotes: false }, ['type=image,"name=a,b"']],
    ['"a\nb"\nc', { commas: false }, ['a\nb', 'c']],
    ['"a ""b"""', { commas: false }, ['a "b"']],
    ['a"b', { commas: false }, ['a"b']],
    ['"a"b', { commas: false }, ['"a"b']],
    ['"open', { commas: false }, ['"open']],
    ['a#b\n#c\nd', { commas: false }, ['a#b', '#c', 'd']],
    ['a#b\n#c\nd', { commas: false, comments: 'lines' }, ['a#b', 'd']],
    ['a#b\n#c\nd', { commas: false, comments: 'anywhere' }, ['a', 'd']],
    ['', { commas: true }, []],
    [',,\n,', { commas: true }, []],
  ])('%j with %j: %j', (input, options, items) => {
    expect(listItems(text(input), options).map((item) => item.value)).toEqual(items)
  })

  it('keeps places', () => {
    const [, second] = listItems(text('a:1, b:2'), { commas: true })
    expect(second && placeOf(second)).toMatchObject({ start: 5, end: 8 })
  })
})

describe('attributes', () => {
  it.each([
    ['type=image,push=true', { type: 'image', push: 'true' }],
    ['Type = image ,"name=a,b"', { type: 'image', name: 'a,b' }],
    ['type=raw,value=a=b', { type: 'raw', value: 'a=b' }],
    ['prefix=', { prefix: '' }],
    ['lone', { lone: undefined }],
  ])('%s', (input, expected) => {
    const attributes = attributesOf(text(input))
    expect(attributes.map((one) => one.key)).toEqual(Object.keys(expected))
    for (const [key, value] of Object.entries(expected)) expect(attribute(attributes, key)?.value).toBe(value)
  })
})
