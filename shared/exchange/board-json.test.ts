import type { TLRecord } from '@tldraw/tlschema'
import { describe, expect, it } from 'vitest'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { extractGraph } from '#shared/design/extract-graph.ts'
import { sampleRecords } from '#shared/design/testing/sample-board.ts'
import type { BoardFile } from './board-file.ts'
import { isBoardRefusal, parseBoardJson, printBoardJson } from './board-json.ts'
import { remapRecords } from './remap-records.ts'

const contents = { title: 'Orders', scenario: 'url-shortener', records: sampleRecords() }

function readFile(text: string): BoardFile {
  const reading = parseBoardJson(text)
  if (isBoardRefusal(reading)) throw new Error(reading.detail)
  return reading
}

function change(edit: (file: Record<string, unknown> & { records: unknown[] }) => void): string {
  const file = JSON.parse(printBoardJson(contents))
  edit(file)
  return JSON.stringify(file)
}

const byId = (records: readonly TLRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

describe('a board file', () => {
  it('comes back as it was written', () => {
    const assets = [{ id: 'asset:1', name: 'a.png', mime: 'image/png', base64: 'AAAA' }]
    const read = readFile(printBoardJson({ ...contents, assets }))
    expect(read).toEqual({
      ...contents,
      records: byId(contents.records),
      assets,
      threads: [],
      rejected: [],
    })
  })

  it('is printed the same whatever the order of the records', () => {
    const records = contents.records.toReversed()
    expect(printBoardJson({ ...contents, records })).toBe(printBoardJson(contents))
  })

  it('leaves out what belongs to one person’s view', () => {
    const camera = createBoardSchema().types.camera.create({})
    expect(printBoardJson({ ...contents, records: [...contents.records, camera] })).toBe(
      printBoardJson(contents),
    )
  })

  it.each([
    ['a newer version', change((file) => (file['version'] = 2))],
    [
      'a schema that is not known yet',
      change((file) => (file['schema'] = { schemaVersion: 2, sequences: { 'com.new': 1 } })),
    ],
  ])('refuses %s', (_name, text) => {
    expect(parseBoardJson(text)).toMatchObject({ code: 'newer_format' })
  })

  it.each([
    ['', 'not JSON'],
    ['{"a":', 'not JSON'],
    ['[]', 'a list'],
    ['null', 'null'],
    ['3', '3'],
    ['{}', 'an empty object'],
    ['{"tldrawFileFormatVersion":1}', 'tldraw'],
    ['{"type":"excalidraw"}', 'Excalidraw'],
    ['{"name":"x","version":9}', 'name, version'],
    ['{"format":"loadbearing-board","version":1}', 'schema'],
  ])('says what was found instead of a board in %j', (text, found) => {
    const reading = parseBoardJson(text)
    expect(reading).toMatchObject({ code: 'not_a_board_file' })
    expect(isBoardRefusal(reading) && reading.detail).toContain(found)
  })

  it('lists what it leaves out, and keeps the rest', () => {
    const text = change((file) =>
      file.records.push(
        null,
        { id: 'shape:x', typeName: 'shape', type: 'component' },
        { id: 'camera:page:page', typeName: 'camera' },
        { id: 'page:odd', typeName: 'shape' },
        file.records[0],
        { id: 'toString', typeName: 'toString' },
      ),
    )
    const read = readFile(text)
    const count = contents.records.length
    expect(read.records).toHaveLength(count)
    const places = read.rejected.map(({ position }) => position - count)
    expect(places).toEqual([0, 1, 2, 3, 4, 5])
    expect(read.rejected.every(({ reason }) => reason.length > 0)).toBe(true)
  })

  it('names the end of an arrow whose component is missing', () => {
    const records = contents.records.filter((record) => record.id !== 'shape:db')
    const read = readFile(printBoardJson({ ...contents, records }))
    expect(read.rejected.map(({ id }) => id)).toEqual(['binding:end'])
    expect(read.records.some((record) => record.id === 'shape:arrow')).toBe(true)
  })

  it('brings records of an older schema to this one', () => {
    const text = change((file) => {
      const sequences = { ...createBoardSchema().serialize().sequences }
      sequences['com.tldraw.shape.arrow'] = 0
      file['schema'] = { schemaVersion: 2, sequences }
      const arrow = file.records.find((record) => JSON.stringify(record).includes('"arrow"'))
      expect(arrow).toBeDefined()
    })
    const read = readFile(text)
    expect(read.records.length + read.rejected.length).toBe(contents.records.length)
  })
})

describe('remapRecords', () => {
  it('gives every record another id and keeps what it hangs on', () => {
    let count = 0
    const { records, ids } = remapRecords(contents.records, () => `new${(count += 1)}`)
    const old = new Set<string>(contents.records.map((record) => record.id))
    const fresh = records.filter((record) => record.typeName !== 'document')
    expect(fresh.filter((record) => old.has(record.id))).toEqual([])
    const before = extractGraph(contents.records)
    const after = extractGraph(records)
    const renamed = (id: string | undefined) => (id === undefined ? undefined : ids.get(id))
    expect(after.edges.map(({ from, to }) => [from, to])).toEqual(
      before.edges.map(({ from, to }) => [renamed(from), renamed(to)]),
    )
    expect(after.nodes.map((node) => node.groupId)).toEqual(
      before.nodes.map((node) => renamed(node.groupId)),
    )
    expect(before.edges).toHaveLength(1)
    expect(before.nodes.some((node) => node.groupId !== undefined)).toBe(true)
  })

  it('makes two imports of one file that can lie on one board', () => {
    let count = 0
    const next = () => `n${(count += 1)}`
    const twice = [remapRecords(contents.records, next), remapRecords(contents.records, next)]
    const ids = twice.flatMap(({ records }) => records.map((record) => record.id))
    const documents = ids.filter((id) => id === 'document:document')
    expect(new Set(ids).size).toBe(ids.length - documents.length + 1)
  })
})
