/**
 * Reads the outline of a Yjs update (format v1) without building a document: who wrote what range, what
 * it points at, what it deletes. Judging an update before it is merged is what makes it refusable, since
 * nothing can be taken out of a Yjs document again.
 */
import { ByteReader, UnreadableBytes } from './byte-reader.ts'

/** The structs of one client: clocks `clock` ≤ … < `end`, and where their bytes lie. */
export interface Section {
  readonly client: number
  readonly clock: number
  readonly end: number
  readonly structs: number
  readonly from: number
  readonly to: number
}

/** The ranges that one client's structs lose, and where their bytes lie. */
export interface Deletes {
  readonly client: number
  readonly ranges: number
  /** Clock after the last deleted struct. */
  readonly end: number
  readonly from: number
  readonly to: number
}

export interface Outline {
  readonly bytes: Uint8Array
  readonly sections: readonly Section[]
  readonly deletes: readonly Deletes[]
  /** What the structs point at: client and clock by turns. */
  readonly references: readonly number[]
  /** Names of the roots that are written into by name. */
  readonly roots: readonly string[]
  readonly hasSubdocument: boolean
  /** Whether something is put into a list rather than under a key. */
  readonly hasListItem: boolean
  /** Whether a range is left out in the middle. */
  readonly hasGap: boolean
}

interface Draft {
  readonly references: number[]
  readonly roots: string[]
  hasSubdocument: boolean
  hasListItem: boolean
  hasGap: boolean
}

/** The outline; `undefined` when the bytes are not one whole update. */
export function scanUpdate(bytes: Uint8Array): Outline | undefined {
  const reader = new ByteReader(bytes)
  const draft = {
    references: [],
    roots: [],
    hasSubdocument: false,
    hasListItem: false,
    hasGap: false,
  }
  try {
    const sections = scanSections(reader, draft)
    const deletes = scanDeletes(reader)
    return reader.position === bytes.length ? { bytes, sections, deletes, ...draft } : undefined
  } catch (error) {
    if (error instanceof UnreadableBytes) return undefined
    throw error
  }
}

function scanSections(reader: ByteReader, draft: Draft): Section[] {
  const sections: Section[] = []
  const clients = new Set<number>()
  for (let left = reader.varUint(); left > 0; left--) {
    const structs = reader.varUint()
    const client = reader.varUint()
    const clock = reader.varUint()
    const from = reader.position
    let end = clock
    for (let read = 0; read < structs; read++) end += scanStruct(reader, draft)
    if (clients.has(client)) throw new UnreadableBytes('A client has two sections')
    clients.add(client)
    sections.push({ client, clock, end, structs, from, to: reader.position })
  }
  return sections
}

const hasOrigin = 0x80
const hasRightOrigin = 0x40
const hasParentKey = 0x20

function scanStruct(reader: ByteReader, draft: Draft): number {
  const info = reader.byte()
  const content = info & 0x1f
  if (content === 0) return positive(reader.varUint())
  if (content === 10) {
    draft.hasGap = true
    return positive(reader.varUint())
  }
  if ((info & hasOrigin) !== 0) draft.references.push(reader.varUint(), reader.varUint())
  if ((info & hasRightOrigin) !== 0) draft.references.push(reader.varUint(), reader.varUint())
  if ((info & (hasOrigin | hasRightOrigin)) === 0) scanParent(reader, draft, info)
  return positive(scanContent(reader, draft, content))
}

function scanParent(reader: ByteReader, draft: Draft, info: number): void {
  if (reader.varUint() === 1) draft.roots.push(reader.string())
  else draft.references.push(reader.varUint(), reader.varUint())
  if ((info & hasParentKey) !== 0) reader.text()
  else draft.hasListItem = true
}

/** Skips the content of an item; answers how many clocks it takes. */
function scanContent(reader: ByteReader, draft: Draft, content: number): number {
  switch (content) {
    case 1:
      return reader.varUint()
    case 2:
      return scanMany(reader, () => scanOldJson(reader))
    case 3:
      reader.skip(reader.varUint())
      return 1
    case 4:
      return reader.text()
    case 5:
      return scanJson(reader)
    case 6:
      reader.text()
      return scanJson(reader)
    case 7:
      return scanType(reader)
    case 8:
      return scanMany(reader, () => reader.any())
    case 9:
      draft.hasSubdocument = true
      reader.text()
      reader.any()
      return 1
    default:
      throw new UnreadableBytes('Not a content')
  }
}

function scanMany(reader: ByteReader, scan: () => void): number {
  const length = reader.varUint()
  for (let left = length; left > 0; left--) scan()
  return length
}

/** As Yjs once wrote values, and still reads them. */
function scanOldJson(reader: ByteReader): void {
  const text = reader.string()
  if (text !== 'undefined') parseJson(text)
}

function scanJson(reader: ByteReader): number {
  parseJson(reader.string())
  return 1
}

function parseJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new UnreadableBytes('Not JSON')
  }
}

function scanType(reader: ByteReader): number {
  const type = reader.varUint()
  if (type > 6) throw new UnreadableBytes('Not a shared type')
  if (type === 3 || type === 5) reader.text()
  return 1
}

function scanDeletes(reader: ByteReader): Deletes[] {
  const deletes: Deletes[] = []
  for (let left = reader.varUint(); left > 0; left--) {
    const client = reader.varUint()
    const ranges = reader.varUint()
    const from = reader.position
    let end = 0
    for (let read = 0; read < ranges; read++) {
      const clock = reader.varUint()
      end = Math.max(end, clock + reader.varUint())
    }
    deletes.push({ client, ranges, end, from, to: reader.position })
  }
  return deletes
}

function positive(length: number): number {
  if (length === 0) throw new UnreadableBytes('A struct without length')
  return length
}
