import { split, type Text, trim } from '../../source/text.ts'

/** The filled parts of an action's input that takes several values. */
export const listInput = (input: Text | undefined, separator: RegExp | string): readonly Text[] =>
  input
    ? split(input, separator)
        .map(trim)
        .filter((part) => part.value !== '')
    : []

export const filled = (input: Text | undefined): Text | undefined => {
  const trimmed = input && trim(input)
  return trimmed?.value ? trimmed : undefined
}

export const isTrue = (input: Text | undefined): boolean => input?.value.trim().toLowerCase() === 'true'
