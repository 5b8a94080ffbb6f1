/** Entities from code: tables of SQL, and blocks such as "message Link { … }" or "Table links { … }". */
import type { Entity } from '#shared/design/answers.ts'
import { finish, type EntityDraft } from './read-entities.ts'

const table = /create\s+table\s+(?:if\s+not\s+exists\s+)?["`]?([\w.]+)["`]?\s*\(/gi
const block =
  /\b(?:message|model|table|type|interface|entity|struct|class)\s+["`]?([A-Za-z_]\w*)["`]?[^{\n]{0,60}\{([^}]*)\}/gi
const row = /^[ \t]*([A-Za-z_]\w*)\s?\(([^\n]*,[^\n]*)\)[^\n()]*$/gm
const index =
  /create\s+(?:unique\s+)?index\s+(?:if\s+not\s+exists\s+)?[\w"`]*\s*on\s+["`]?([\w.]+)["`]?\s*(?:using\s+\w+\s*)?\(([^)]*)\)/gi

/** Empty for code that declares no record. */
export function readEntityCode(code: string): readonly Entity[] {
  const text = code.slice(0, 50_000)
  const declared = [...tablesIn(text), ...blocksIn(text)]
  const drafts = declared.length > 0 ? declared : rowsIn(text)
  for (const match of text.matchAll(index)) {
    const draft = drafts.find(({ name }) => name === match[1])
    if (draft !== undefined) draft.indexes = [...(draft.indexes ?? []), (match[2] ?? '').trim()]
  }
  return drafts.map(finish)
}

function tablesIn(text: string): readonly EntityDraft[] {
  return [...text.matchAll(table)].map((match) => {
    const start = match.index + match[0].length
    return draftOf(match[1] ?? '', splitColumns(text.slice(start, closing(text, start))))
  })
}

function blocksIn(text: string): readonly EntityDraft[] {
  return [...text.matchAll(block)].map(([, name = '', body = '']) =>
    draftOf(name, body.split(/[\n;,]/)),
  )
}

/** "ticket(ticket_id PK, subject, state)", one on each line. */
function rowsIn(text: string): readonly EntityDraft[] {
  return [...text.matchAll(row)].map(([, name = '', columns = '']) =>
    draftOf(name, splitColumns(columns)),
  )
}

/** The place of the bracket that closes what was opened before `start`. */
function closing(text: string, start: number): number {
  let depth = 1
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1
    if (text[i] === ')') depth -= 1
    if (depth === 0) return i
  }
  return text.length
}

function splitColumns(body: string): readonly string[] {
  return body.split(/,(?![^()]*\))|\n/)
}

function draftOf(name: string, lines: readonly string[]): EntityDraft {
  const draft: EntityDraft = { name, storeIds: [], ephemeral: false }
  const fields: string[] = []
  for (const line of lines.map((text) => text.replace(/--.*|\/\/.*/, '').trim())) {
    const keys = /^(?:constraint\s+\w+\s+)?primary\s+key\s*\(+([^)]*)\)/i.exec(line)?.[1]
    if (keys !== undefined) draft.primaryKey = keys.trim()
    const field = keys === undefined ? fieldOf(line) : undefined
    if (field === undefined) continue
    fields.push(field)
    if (/\bprimary\s+key\b|@id\b|\bpk\b/i.test(line)) draft.primaryKey = field
  }
  if (fields.length > 0) draft.fields = fields
  return draft
}

const typed =
  /^(?:repeated|optional|required|string|int32|int64|uint32|uint64|bool|bytes|double|float)\s+(?:\w+\s+)??(\w+)\s*=/

/** The name of a column, or of a field of a message, where the type comes first. */
function fieldOf(line: string): string | undefined {
  if (/^(?:constraint|foreign|unique|check|key|index|primary|partition|@@)\b/i.test(line))
    return undefined
  return typed.exec(line)?.[1] ?? /^["`]?([A-Za-z_]\w*)/.exec(line)?.[1]
}
