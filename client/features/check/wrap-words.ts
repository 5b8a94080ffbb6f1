/** Breaks a text into lines of at most so many letters, so that none of it is cut. */
export function wrapWords(text: string, letters: number): readonly string[] {
  let best = filled(text, letters)
  // As even as can be: no lonely word in the last line.
  for (let fewer = letters - 1; fewer > 0; fewer -= 1) {
    const narrower = filled(text, fewer)
    if (narrower.length > best.length || isBroken(text, narrower)) break
    best = narrower
  }
  return best
}

function isBroken(text: string, lines: readonly string[]): boolean {
  return lines.join(' ') !== text.trim().replaceAll(/\s+/g, ' ')
}

function filled(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((one) => piecesOf(one, letters))) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`
    } else if (word !== '') lines.push(word)
  }
  return lines
}

/** A word that fills more than a line goes on in the next one. */
function piecesOf(word: string, letters: number): readonly string[] {
  if (word.length <= letters) return [word]
  const pieces = Math.ceil(word.length / letters)
  return Array.from({ length: pieces }, (_, i) => word.slice(i * letters, (i + 1) * letters))
}
