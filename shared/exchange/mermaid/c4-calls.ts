/**
 * The statements of a C4 diagram: `Name(value, "text", $tag="x")`, an opening or a closing brace, or a
 * line of words such as a title. It knows no names.
 */
export interface C4Call {
  readonly type: 'call'
  readonly name: string
  /** Values by place; one that is left out is empty. */
  readonly values: readonly string[]
  readonly line: number
  readonly column: number
}

export type C4Statement =
  | C4Call
  | {
      readonly type: 'open' | 'close' | 'unreadable'
      readonly line: number
      readonly column: number
    }

const words = /(?:title|accTitle|accDescr|accDescription|direction)\b[^\n]*/y
const block = /accDescr\s*\{[^}]*\}/y
const blank = /(?:\s|;)+/y
const comment = /%%[^\n]*/y
const dressing = /(?:Update|Add|Show|SHOW|LAYOUT|HIDE|Lay)\w*[^\n]*/y
const skipped = [blank, comment, block, words]
const name = /([A-Za-z]\w*)\s*\(/y
/** One value: quoted, named, or bare to the next comma or bracket. */
const value = /\s*(?:\$\w+\s*=\s*(?:"[^"]*"|[^,()]*)|"([^"]*)"|([^,()"]*))\s*/y

/** Statements in order; the first that cannot be read is the last one. `from` is where they begin. */
export function readC4Calls(text: string, from: number): readonly C4Statement[] {
  const reader = new CallReader(text, from)
  const statements: C4Statement[] = []
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    statements.push(next)
    if (next.type === 'unreadable') break
  }
  return statements
}

class CallReader {
  private readonly starts: number[] = [0]

  constructor(
    private readonly text: string,
    private at: number,
  ) {
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1))
      this.starts.push(i + 1)
  }

  next(): C4Statement | undefined {
    this.skip()
    if (this.at >= this.text.length) return undefined
    const place = this.placeOf(this.at)
    const brace = this.text[this.at]
    if (brace === '{' || brace === '}') {
      this.at += 1
      return { type: brace === '{' ? 'open' : 'close', ...place }
    }
    const call = this.call(place)
    if (call !== undefined) return call
    // What only dresses the drawing is passed over to the end of its line, however it is written.
    return this.take(dressing) === undefined ? { type: 'unreadable', ...place } : this.next()
  }

  private skip(): void {
    while (skipped.some((pattern) => this.take(pattern) !== undefined)) continue
  }

  private call(place: Pick<C4Call, 'line' | 'column'>): C4Call | undefined {
    const start = this.at
    const [, called] = this.take(name) ?? []
    const values = called === undefined ? undefined : this.values()
    if (called === undefined || values === undefined) {
      this.at = start
      return undefined
    }
    return { type: 'call', name: called, values, ...place }
  }

  /** Values up to the closing bracket, or nothing when it is missing. Named values have no place. */
  private values(): readonly string[] | undefined {
    const found: string[] = []
    for (;;) {
      const [whole = '', quoted, bare = ''] = this.take(value) ?? []
      if (!whole.trim().startsWith('$')) found.push((quoted ?? bare).trim())
      const after = this.text.charAt(this.at)
      // A comma that is forgotten between two quoted values is forgiven, as Mermaid does.
      if (whole !== '' && '"$'.includes(after) && after !== '') continue
      this.at += 1
      if (after !== ',') return after === ')' ? found : undefined
    }
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (match === null || match[0] === '') return match ?? undefined
    this.at += match[0].length
    return match
  }

  /** Line and column of an offset, by halving. */
  private placeOf(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }
}
