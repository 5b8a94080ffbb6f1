/** Where things lie on a board. It travels beside a graph: no judge looks at it. */
export interface Place {
  /** Upper left corner on the page, in canvas units. */
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Places by id of a component or a boundary; what has none is laid out. */
export type Geometry = Readonly<Record<string, Place>>

export function placeOf(geometry: Geometry, id: string): Place | undefined {
  return Object.hasOwn(geometry, id) ? geometry[id] : undefined
}

/** `120,40,180,72`: x, y, width, height. */
export function printPlace({ x, y, w, h }: Place): string {
  return [x, y, w, h].join(',')
}

/** Nothing for a text that is no place, or one without size. */
export function readPlace(text: string): Place | undefined {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [x, y, w, h] = numbers
  if (numbers.length !== 4 || x === undefined || y === undefined) return undefined
  if (w === undefined || h === undefined || !numbers.every(Number.isFinite)) return undefined
  return w > 0 && h > 0 ? { x, y, w, h } : undefined
}
