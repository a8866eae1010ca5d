// What the tests use of Go's own library, and testify's assertions.
import { failure, goBool, goInt, goString, isNil, nil, sameValue, show, sprintf, types } from './go-values.mjs'

/** What any test may use of Go's library. */
export const library = {
  'fmt.Sprintf': ([format, ...args]) => firstUnknown(args) ?? goString(sprintf(format.data, args)),
  'fmt.Errorf': ([format, ...args]) => failure(sprintf(format.data, args)),
  'errors.New': ([text]) => failure(text.data),
  'strings.Contains': ([text, part]) => goBool(text.data.includes(part.data)),
  'strings.HasSuffix': ([text, part]) => goBool(text.data.endsWith(part.data)),
  'strings.HasPrefix': ([text, part]) => goBool(text.data.startsWith(part.data)),
  'strings.TrimSpace': ([text]) => goString(text.data.trim()),
  'strings.TrimPrefix': ([text, part]) =>
    goString(text.data.startsWith(part.data) ? text.data.slice(part.data.length) : text.data),
  'strings.Compare': ([a, b]) => goInt(a.data < b.data ? -1 : a.data > b.data ? 1 : 0),
  'strings.Repeat': ([text, times]) => goString(text.data.repeat(Number(times.data))),
  'strings.Join': ([list, by]) => goString(list.data.map((item) => item.data).join(by.data)),
  'strings.Split': ([text, by]) => ({ type: types.strings, data: text.data.split(by.data).map(goString) }),
  'path.Join': (parts) =>
    goString(
      parts
        .map((part) => part.data)
        .join('/')
        .replace(/\/+/g, '/'),
    ),
  'filepath.Join': (parts) =>
    goString(
      parts
        .map((part) => part.data)
        .join('/')
        .replace(/\/+/g, '/'),
    ),
  'strconv.Itoa': ([number]) => goString(String(number.data)),
  'strconv.FormatFloat': ([number]) => goString(String(number.data)),
  'strconv.FormatBool': ([bool]) => goString(String(bool.data)),
  'maps.Copy': ([target, source]) => {
    for (const [key, value] of source.data) target.data.set(key, value)
    return nil
  },
  'reflect.DeepEqual': ([a, b]) => goBool(sameValue(a, b)),
  'utf8.RuneCountInString': ([text]) => goInt([...text.data].length),
  'sort.Strings': ([list]) => {
    list.data.sort((a, b) => (a.data < b.data ? -1 : 1))
    return nil
  },
  'base64.StdEncoding.EncodeToString': ([bytes]) => goString(Buffer.from(bytes.data).toString('base64')),
}

const within = (whole, part) => {
  const data = whole.data?.to?.data ?? whole.data
  if (data instanceof Map) return data.has(part.data)
  return Array.isArray(data) ? data.some((item) => sameValue(item, part)) : String(data).includes(part.data)
}
/** Whether an assertion of that name holds. */
export const assertions = {
  NoError: (error) => isNil(error),
  Error: (error) => !isNil(error),
  Nil: (value) => isNil(value),
  NotNil: (value) => !isNil(value),
  True: (value) => value.data === true,
  False: (value) => value.data === false,
  Equal: (a, b) => sameValue(a, b),
  NotEqual: (a, b) => !sameValue(a, b),
  Contains: within,
  NotContains: (text, part) => !within(text, part),
  Len: (list, length) => (list.data?.size ?? list.data?.length ?? 0) === Number(length.data),
  EqualError: (error, text) => !isNil(error) && show(error) === text.data,
  ErrorContains: (error, part) => !isNil(error) && show(error).includes(part.data),
  NotEmpty: (value) => !assertions.Empty(value),
  Empty: (value) => isNil(value) || value.data.length === 0 || value.data.size === 0,
}

export const firstUnknown = (values) => values.find((value) => value?.unknown)
