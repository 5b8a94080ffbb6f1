/**
 * Whether a typed text is the beginning of a name but for a slip: a letter wrong, missing, too many, or
 * two neighbours swapped. Short texts allow none, from four letters on one, from eight on two.
 */
export function isNearPrefix(typed: string, name: string): boolean {
  const allowed = slipsAllowed(typed.length)
  if (allowed === 0) return name.startsWith(typed)
  if (name.length + allowed < typed.length || !beginsAlike(typed, name)) return false
  return distanceToPrefix(typed, name, allowed) <= allowed
}

/** Whether a first letter is among the first two of the other: nobody mistypes what they begin with. */
function beginsAlike(typed: string, name: string): boolean {
  return typed[0] === name[0] || typed[0] === name[1] || typed[1] === name[0]
}

function slipsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/**
 * The fewest slips between a text and any beginning of a name (optimal string alignment, Damerau 1964).
 * It gives up with Infinity as soon as too many are certain, which is after two or three letters for most.
 */
function distanceToPrefix(typed: string, name: string, allowed: number): number {
  const width = Math.min(name.length, typed.length + allowed)
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: width + 1 }, (_, column) => column)
  for (let line = 1; line <= typed.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= width; column += 1) {
      const isFar = Math.abs(line - column) > allowed
      next.push(isFar ? Infinity : cell({ typed, name, line, column }, next, row, before))
    }
    // A swap reaches back two rows, so both have to be hopeless.
    if (Math.min(...next) > allowed && Math.min(...row) >= allowed) return Infinity
    before = row
    row = next
  }
  return Math.min(...row)
}

interface Place {
  readonly typed: string
  readonly name: string
  readonly line: number
  readonly column: number
}

function cell(
  { typed, name, line, column }: Place,
  next: readonly number[],
  row: readonly number[],
  before: readonly number[],
): number {
  const isSame = typed[line - 1] === name[column - 1]
  const plain = Math.min(
    at(row, column) + 1,
    at(next, column - 1) + 1,
    at(row, column - 1) + (isSame ? 0 : 1),
  )
  const isSwapped = typed[line - 1] === name[column - 2] && typed[line - 2] === name[column - 1]
  return isSwapped && line > 1 && column > 1 ? Math.min(plain, at(before, column - 2) + 1) : plain
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
