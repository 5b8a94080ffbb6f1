/**
 * The board as one versioned JSON file: everything that was drawn, pictures and comments included. Its
 * records are migrated and validated here, so that nobody else has to distrust them.
 */
import type { TLSchema } from '@tldraw/tlschema'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import {
  boardEnvelope,
  boardFormat,
  boardVersion,
  type BoardContents,
  type BoardFile,
  type BoardRefusal,
} from './board-file.ts'
import { isDocumentRecord, readRecords } from './read-records.ts'

/** The text of a file. Records of one person's view (camera, selection) are left out. */
export function printBoardJson(contents: BoardContents): string {
  const schema = createBoardSchema()
  const records = contents.records.filter((record) => isDocumentRecord(schema, record))
  const file = {
    format: boardFormat,
    version: boardVersion,
    title: contents.title,
    scenario: contents.scenario,
    schema: schema.serialize(),
    records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ...(contents.assets === undefined ? {} : { assets: contents.assets }),
    ...(contents.threads === undefined ? {} : { threads: contents.threads }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The board of a file, brought to this version's schema, or why it is none. Never throws for a text. */
export function parseBoardJson(text: string): BoardFile | BoardRefusal {
  const value = parseJson(text)
  const refusal = refusalOf(value)
  if (refusal !== undefined) return refusal
  const envelope = boardEnvelope.safeParse(value)
  if (!envelope.success) {
    const [issue] = envelope.error.issues
    const place = issue?.path.join('.') ?? ''
    return refuse(`It begins like one, but ${place} does not have the expected form.`)
  }
  const { title, scenario, schema: saved, assets, threads } = envelope.data
  const schema = createBoardSchema()
  if (isNewer(saved.sequences, schema)) {
    return { code: 'newer_format', detail: 'It holds records that are not known here.' }
  }
  const read = readRecords(envelope.data.records, saved, schema)
  if (read === undefined) return refuse('Its records could not be brought to this version.')
  return { title, scenario, assets, threads, ...read }
}

export function isBoardRefusal(reading: BoardFile | BoardRefusal): reading is BoardRefusal {
  return 'code' in reading
}

function refusalOf(value: unknown): BoardRefusal | undefined {
  if (value === undefined) return refuse('It is not JSON.')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(
      `It holds ${Array.isArray(value) ? 'a list' : JSON.stringify(value).slice(0, 40)}.`,
    )
  }
  if (!('format' in value) || value.format !== boardFormat) return refuse(describe(value))
  if ('version' in value && typeof value.version === 'number' && value.version > boardVersion) {
    return {
      code: 'newer_format',
      detail: `The file has version ${value.version}; this program reads up to ${boardVersion}.`,
    }
  }
  return undefined
}

/** What other programs' files look like from outside. */
function describe(value: object): string {
  if ('tldrawFileFormatVersion' in value) return 'It is a file of tldraw.'
  if ('type' in value && value.type === 'excalidraw') return 'It is a file of Excalidraw.'
  const keys = Object.keys(value).slice(0, 3).join(', ')
  return keys === '' ? 'It is an empty object.' : `It is an object with ${keys.slice(0, 80)}.`
}

function isNewer(sequences: Readonly<Record<string, number>>, schema: TLSchema): boolean {
  const known = new Map(Object.entries(schema.serialize().sequences))
  return Object.entries(sequences).some(([id, version]) => version > (known.get(id) ?? -1))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function refuse(detail: string): BoardRefusal {
  return { code: 'not_a_board_file', detail }
}
