/** Images of a board: judged by their content alone, counted against the board, read by members. */
import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#shared/errors.ts'
import type { AssetRow, Storage } from '#server/storage/storage.ts'
import { seatFor, seatOf } from './board-access.ts'
import type { AssetFiles } from './asset-files.ts'
import { newId } from './random-ids.ts'

/** Largest image, in bytes. */
export const maxAssetBytes = 10 * 1024 * 1024
/** All images of a board together, in bytes. */
export const maxBoardAssetBytes = 200 * 1024 * 1024

/** What pictures may be. SVG is a program as much as a picture, and is refused. */
const imageTypes = new Map([
  ['image/png', 'image/png'],
  ['image/apng', 'image/png'],
  ['image/jpeg', 'image/jpeg'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
  ['image/avif', 'image/avif'],
])

interface Where {
  readonly boardId: string
  readonly personId: string
}

export interface OpenedAsset {
  readonly asset: AssetRow
  readonly content: Readable
}

export class AssetsService {
  constructor(
    private readonly storage: Storage,
    private readonly files: AssetFiles,
    private readonly now: () => number,
  ) {}

  async add(where: Where, bytes: Uint8Array): Promise<AssetRow> {
    const { boardId, personId } = where
    await seatFor(this.storage, 'upload_image', where)
    const mime = await imageTypeOf(bytes)
    await this.checkRoom(boardId, bytes.byteLength)
    const size = bytes.byteLength
    const asset = { id: newId(), boardId, mime, size, personId, createdAt: this.now() }
    await this.files.write(asset.id, bytes)
    await this.storage.assets.put(asset)
    return asset
  }

  async open(where: Where, assetId: string): Promise<OpenedAsset> {
    await seatOf(this.storage, where.boardId, where.personId)
    const asset = await this.storage.assets.find(assetId)
    if (asset === undefined || asset.boardId !== where.boardId) throw new AppError('unknown_thing')
    const content = await this.files.read(assetId)
    if (content === undefined) throw new AppError('unknown_thing')
    return { asset, content }
  }

  private async checkRoom(boardId: string, size: number): Promise<void> {
    const assets = await this.storage.assets.ofBoard(boardId)
    const used = assets.reduce((sum, asset) => sum + asset.size, 0)
    if (used + size > maxBoardAssetBytes) {
      throw new AppError('board_full', 'Its images together would be larger than 200 MB.')
    }
  }
}

async function imageTypeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mime = found === undefined ? undefined : imageTypes.get(found.mime)
  if (mime === undefined) throw new AppError('not_an_image')
  return mime
}
