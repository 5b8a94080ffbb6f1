/** A number that is known to lie between two. */
export interface Range {
  readonly least: number
  readonly most: number
}

export const nothing: Range = { least: 0, most: 0 }

export function exactly(value: number): Range {
  return { least: value, most: value }
}

export function plus(a: Range, b: Range): Range {
  return { least: a.least + b.least, most: a.most + b.most }
}

/** Both ends times their factor. */
export function times(range: Range, least: number, most = least): Range {
  return { least: range.least * least, most: range.most * most }
}
