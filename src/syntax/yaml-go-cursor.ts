/** Where go-yaml's scanner stands in its source, and what it asks of the characters there. */

export interface ScalarPart {
  readonly start: number
  readonly end: number
  /** In place of what is written there; undefined: as written. */
  readonly instead?: string
}

export interface GoYamlProblem {
  readonly message: string
  readonly offset: number
  /** The line that go-yaml names when its scanner complains: 0-based, of where it had come to. */
  readonly scannedLine: number | undefined
}

export class GoYamlRefusal extends Error {
  readonly problem: GoYamlProblem
  constructor(problem: GoYamlProblem) {
    super(problem.message)
    this.problem = problem
  }
}

export const TAB = 9
const LF = 10
const CR = 13
export const SPACE = 32
const NEL = 0x85
const LS = 0x2028
const PS = 0x2029

export const isBreak = (code: number): boolean =>
  code === LF || code === CR || code === NEL || code === LS || code === PS
export const isBlank = (code: number): boolean => code === SPACE || code === TAB
/** White space or the end, which reads as NaN. */
export const isBlankEnd = (code: number): boolean => isBlank(code) || isBreak(code) || !(code > 0)

export class GoYamlCursor {
  readonly source: string
  pos = 0
  line = 0
  lineStart = 0

  constructor(source: string) {
    this.source = source
  }

  get column(): number {
    return this.pos - this.lineStart
  }

  /** NaN at the end. */
  code(ahead = 0): number {
    return this.source.charCodeAt(this.pos + ahead)
  }

  refuse(message: string, offset = this.pos): never {
    throw new GoYamlRefusal({ message, offset, scannedLine: this.line })
  }

  isDocumentMarker(): boolean {
    const { source, pos } = this
    return (source.startsWith('---', pos) || source.startsWith('...', pos)) && isBlankEnd(source.charCodeAt(pos + 3))
  }

  newLine(): void {
    this.pos += this.code() === CR && this.code(1) === LF ? 2 : 1
    this.line += 1
    this.lineStart = this.pos
  }

  /** A line break, CR and NEL as line feeds. */
  readBreak(): ScalarPart {
    const start = this.pos
    const written = this.code()
    this.newLine()
    return written === CR || written === NEL ? { start, end: this.pos, instead: '\n' } : { start, end: this.pos }
  }
}
