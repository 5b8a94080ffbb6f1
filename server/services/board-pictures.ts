/**
 * Pictures on their way between a board and a file: a file carries them whole, a board only their
 * addresses. A picture that this server does not hold is left out, and nothing is fetched from elsewhere.
 */
import { buffer } from 'node:stream/consumers'
import type { TLRecord } from '@tldraw/tlschema'
import { AppError } from '#shared/errors.ts'
import type { BoardAsset } from '#shared/exchange/board-file.ts'
import type { AssetsService } from './assets-service.ts'

interface Where {
  readonly boardId: string
  readonly personId: string
}

/** Where a stored image is served. */
export function assetAddress(boardId: string, assetId: string): string {
  return `/api/boards/${boardId}/assets/${assetId}`
}

/** The pictures that records of a board show, for a file. */
export async function packPictures(
  assets: AssetsService,
  where: Where,
  records: readonly TLRecord[],
): Promise<BoardAsset[]> {
  const packed: BoardAsset[] = []
  for (const record of records) {
    const assetId = storedIn(where.boardId, sourceOf(record))
    if (assetId === undefined) continue
    const { asset, content } = await assets.open(where, assetId)
    const base64 = (await buffer(content)).toString('base64')
    packed.push({ id: record.id, name: nameOf(record), mime: asset.mime, base64 })
  }
  return packed
}

/** Stores the pictures of a file on a board; answers the records with their new addresses. */
export async function unpackPictures(
  assets: AssetsService,
  where: Where,
  file: { readonly records: readonly TLRecord[]; readonly assets: readonly BoardAsset[] },
): Promise<TLRecord[]> {
  const packed = new Map(file.assets.map((asset) => [asset.id, asset.base64]))
  const unpacked: TLRecord[] = []
  for (const record of file.records) {
    if (!isPicture(record)) {
      unpacked.push(record)
      continue
    }
    const base64 = packed.get(record.id) ?? base64In(sourceOf(record))
    const src = base64 === undefined ? null : await store(assets, where, base64)
    unpacked.push(withSource(record, src))
  }
  return unpacked
}

/** `null` for what is no picture; a board that is full or a disk that fails ends the import. */
async function store(assets: AssetsService, where: Where, base64: string): Promise<string | null> {
  try {
    const { id } = await assets.add(where, Buffer.from(base64, 'base64'))
    return assetAddress(where.boardId, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_an_image') return null
    throw error
  }
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

function withSource(record: Picture, src: string | null): TLRecord {
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
