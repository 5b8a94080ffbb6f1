/**
 * What must not leave the server: every sentence of the hidden part of every scenario, and how to look
 * for it in bytes of whatever packing. Sentences are compared by their letters and digits alone, since
 * bundlers escape and quote as they like.
 */
import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { scenarios } from '#shared/scenarios/index.ts'
import { toPublic } from '#shared/scenarios/define-scenario.ts'

export interface Canary {
  readonly sentence: string
  /** As it is looked for. */
  readonly trace: string
}

/** Shorter ones are words that anybody may use, and so is the form of a document: its headings and fields. */
const shortest = 20
const form = /^(?:#{1,3} |[a-z]+[A-Z]\w*: |\w+: \S+$)/

/** Every hidden sentence that is long enough to be nobody else's. */
export const canaries: readonly Canary[] = findCanaries()

function findCanaries(): Canary[] {
  const shown = traceOf(JSON.stringify(scenarios.map(toPublic)))
  const found = new Map<string, string>()
  for (const { hidden } of scenarios) {
    for (const line of textsIn(hidden).flatMap((text) => text.split('\n'))) {
      const trace = traceOf(line)
      if (form.test(line)) continue
      if (trace.length > shortest && !shown.includes(trace)) found.set(trace, line.trim())
    }
  }
  return [...found].map(([trace, sentence]) => ({ sentence, trace }))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function traceOf(text: string): string {
  return text
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/[^a-z0-9]+/gi, '')
}

/** The canaries in some text, as sentences. */
export function canariesIn(text: string): string[] {
  const trace = traceOf(withEmbedded(text))
  return canaries.filter((canary) => trace.includes(canary.trace)).map(({ sentence }) => sentence)
}

/** The canaries in bytes: as text, and in the two other ways in which text is commonly kept. */
export function canariesInBytes(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes)
  const texts = [buffer.toString('utf8'), buffer.toString('utf16le'), shifted(buffer)]
  return [...new Set(texts.flatMap(canariesIn))]
}

/** Two-byte text that begins in the middle of a pair. */
function shifted(buffer: Buffer): string {
  return buffer.subarray(1).toString('utf16le')
}

/** Source maps and assets may stand in a file as base64. */
function withEmbedded(text: string): string {
  const packed = [...text.matchAll(/base64,([A-Za-z0-9+/=]{40,})/g)].map(([, body = '']) => body)
  return [text, ...packed.map((body) => Buffer.from(body, 'base64').toString('utf8'))].join('\n')
}

export interface BuiltFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every file below a folder, unpacked. */
export function filesBelow(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = join(entry.parentPath, entry.name)
      return { name, bytes: unpack(name, readFileSync(name)) }
    })
}

function unpack(name: string, bytes: Buffer): Uint8Array {
  if (name.endsWith('.br')) return brotliDecompressSync(bytes)
  if (name.endsWith('.gz')) return gunzipSync(bytes)
  return bytes
}
