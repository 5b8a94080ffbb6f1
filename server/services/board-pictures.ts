/**
 * Pictures on their way between a board and a file: a file carries them whole, a board only their
 * addresses. A picture that this server does not hold is left out, and nothing is fetched from elsewhere.
 */
import { readFile } from 'node:fs/promises'
import type { TLRecord } from '@tldraw/tlschema'
import { AppError } from '#shared/errors.ts'
import type { BoardAsset } from '#shared/exchange/board-file.ts'
import type { Ground, PrintJob, ReadPicture } from './exchange/jobs.ts'
import { checkPictureRoom, imageTypeOf, maxAssetBytes } from './image-type.ts'
import { newId } from './random-ids.ts'

/** Where a stored image is served. */
export function assetAddress(boardId: string, assetId: string): string {
  return `/api/boards/${boardId}/assets/${assetId}`
}

/** The pictures that records of a board show, for a file. */
export async function packPictures(
  boardId: string,
  pictures: PrintJob['pictures'],
  records: readonly TLRecord[],
): Promise<BoardAsset[]> {
  const stored = new Map(pictures.map((picture) => [picture.id, picture]))
  const packed: BoardAsset[] = []
  for (const record of records) {
    const picture = stored.get(storedIn(boardId, sourceOf(record)) ?? '')
    const bytes = picture && (await readIfThere(picture.file))
    if (picture === undefined || bytes === undefined) continue
    const base64 = bytes.toString('base64')
    packed.push({ id: record.id, name: nameOf(record), mime: picture.mime, base64 })
  }
  return packed
}

export interface Unpacked {
  /** The records of the file, with the addresses that their pictures will have. */
  readonly records: TLRecord[]
  readonly pictures: readonly ReadPicture[]
}

/** Finds the pictures of a file, which are then to be stored on the board. */
export async function unpackPictures(
  { boardId, pictureBytes }: Ground,
  file: { readonly records: readonly TLRecord[]; readonly assets: readonly BoardAsset[] },
): Promise<Unpacked> {
  const packed = new Map(file.assets.map((asset) => [asset.id, asset.base64]))
  const records: TLRecord[] = []
  const pictures: ReadPicture[] = []
  let used = pictureBytes
  for (const record of file.records) {
    if (!isPicture(record)) {
      records.push(record)
      continue
    }
    const picture = await readPicture(packed.get(record.id) ?? base64In(sourceOf(record)))
    records.push(withSource(record, picture && assetAddress(boardId, picture.id)))
    if (picture === undefined) continue
    checkPictureRoom(used, picture.bytes.byteLength)
    used += picture.bytes.byteLength
    pictures.push(picture)
  }
  return { records, pictures }
}

/** `undefined` for what is no picture. */
async function readPicture(base64: string | undefined): Promise<ReadPicture | undefined> {
  if (base64 === undefined) return undefined
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  if (bytes.byteLength > maxAssetBytes) throw new AppError('too_large')
  const mime = await imageTypeOf(bytes)
  return mime === undefined ? undefined : { id: newId(), mime, bytes }
}

/** A picture whose file is gone is left out; the board is worth more than one picture. */
async function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
}

type Picture = Extract<TLRecord, { typeName: 'asset'; type: 'image' | 'video' }>

function isPicture(record: TLRecord): record is Picture {
  return record.typeName === 'asset' && record.type !== 'bookmark'
}

function sourceOf(record: TLRecord): string {
  return isPicture(record) ? (record.props.src ?? '') : ''
}

function nameOf(record: TLRecord): string {
  return isPicture(record) ? record.props.name.slice(0, 500) : ''
}

function withSource(record: Picture, address: string | undefined): TLRecord {
  const src = address ?? null
  return record.type === 'image'
    ? { ...record, props: { ...record.props, src } }
    : { ...record, props: { ...record.props, src } }
}

function storedIn(boardId: string, source: string): string | undefined {
  const prefix = assetAddress(boardId, '')
  return source.startsWith(prefix) ? source.slice(prefix.length) : undefined
}

function base64In(source: string): string | undefined {
  return /^data:[^,]*;base64,(.*)$/s.exec(source)?.[1]
}
