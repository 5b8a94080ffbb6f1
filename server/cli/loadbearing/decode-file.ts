/** The bytes of a file as text, whatever editor wrote it. */

export interface DecodedFile {
  readonly text: string
  /** The first line, from 1, with letters that are not in the encoding; absent when all are. */
  readonly strangeLine?: number
}

const expected = 'Name design documents, Mermaid files or exported boards.'

/** Throws an error that says what it is instead, for what is no text. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const encoding = encodingOf(bytes)
  // The decoder takes the mark at the beginning away.
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) throw new Error(`it is no text but a binary file. ${expected}`)
  if (text.trim() === '') throw new Error(`it is empty. ${expected}`)
  const at = text.indexOf('\uFFFD')
  return at < 0 ? { text } : { text, strangeLine: text.slice(0, at).split('\n').length }
}

function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
