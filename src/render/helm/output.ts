import type { Text } from '../../source/text.ts'
import { joined } from './pieces.ts'

/** A stretch of what was written; offsets count in the output. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a template writes, in pieces until somebody wants the whole. */
export class Output {
  private parts: Text[] = []
  length = 0
  /** Whether this is what a file becomes; otherwise a function takes it for a value. */
  readonly isFile: boolean
  /** What a condition on an unknown decided about. */
  readonly uncertain: Stretch[] = []

  constructor(isFile: boolean) {
    this.isFile = isFile
  }

  write(text: Text): void {
    if (text.value === '') return
    this.parts.push(text)
    this.length += text.value.length
  }

  /** Everything written so far. */
  whole(): Text {
    const text = joined(this.parts)
    this.parts = [text]
    return text
  }
}
