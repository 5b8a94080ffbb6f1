import { readRecord } from '#shared/design/record-codec.ts'
import { scanUpdate } from '#server/live/scan-update.ts'
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import { readSyncMessage } from 'y-protocols/sync'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { printMarker, scanMarkers } from './marker.ts'
import { componentOf, Writer } from './writer.ts'

test('updates made by hand are what Yjs reads', () => {
  const writer = new Writer(77)
  const doc = new Y.Doc()
  for (let step = 0; step < 12; step++) {
    const decoder = decoding.createDecoder(writer.move(`shape:${step % 2}`, step, 5, `s${step}`))
    expect(decoding.readVarUint(decoder)).toBe(0)
    readSyncMessage(decoder, encoding.createEncoder(), doc, null)
  }
  expect(doc.store.pendingStructs).toBeNull()
  const records: Y.Map<Y.Map<unknown>> = doc.getMap('records')
  const map = records.get('shape:1')
  expect(map && readRecord(map)).toEqual({ ...componentOf('shape:1', 's11'), x: 11, y: 5 })
  expect(scanUpdate(Y.encodeStateAsUpdate(doc))).toBeDefined()
})

test('presence made by hand is what y-protocols reads', () => {
  const decoder = decoding.createDecoder(new Writer(77).point(1, 2, 's'))
  expect(decoding.readVarUint(decoder)).toBe(1)
  const awareness = new Awareness(new Y.Doc())
  applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), null)
  expect(awareness.getStates().get(77)).toMatchObject({ cursor: { x: 1, y: 2 }, stamp: 's' })
  awareness.destroy()
})

test('markers are found in the midst of other bytes', () => {
  const bytes = Buffer.from(`~~ @~${printMarker('T', 12, 3)}~${printMarker('A', 4, 5)}x`)
  const found: unknown[] = []
  scanMarkers(bytes, 0, bytes.length, (isPresence, _sentAt, writer) => {
    found.push([isPresence, writer])
  })
  expect(found).toEqual([
    [false, 12],
    [true, 4],
  ])
})
