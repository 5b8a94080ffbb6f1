/** Images of a board: judged by their content alone, counted against the board, read by members. */
import type { Readable } from 'node:stream'
import { AppError } from '#shared/errors.ts'
import type { AssetRow, Storage } from '#server/storage/storage.ts'
import { seatFor, seatOf } from './board-access.ts'
import type { AssetFiles } from './asset-files.ts'
import { checkPictureRoom, imageTypeOf } from './image-type.ts'
import { newId } from './random-ids.ts'

interface Where {
  readonly boardId: string
  readonly personId: string
}

export interface OpenedAsset {
  readonly asset: AssetRow
  readonly content: Readable
}

export interface StoredPicture {
  readonly id: string
  readonly mime: string
  /** Path of its file. */
  readonly file: string
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
    if (mime === undefined) throw new AppError('not_an_image')
    checkPictureRoom(await this.bytesOf(boardId), bytes.byteLength)
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

  /** The images of a board with their files. */
  async filesOf(boardId: string): Promise<readonly StoredPicture[]> {
    const assets = await this.storage.assets.ofBoard(boardId)
    return assets.map(({ id, mime }) => ({ id, mime, file: this.files.fileOf(id) }))
  }

  /** For images that come in a board file; their rows are written with the board. */
  writeFile(id: string, bytes: Uint8Array): Promise<void> {
    return this.files.write(id, bytes)
  }

  deleteFiles(ids: readonly string[]): Promise<void> {
    return this.files.delete(ids)
  }

  /** Bytes of all images of a board. */
  async bytesOf(boardId: string): Promise<number> {
    const assets = await this.storage.assets.ofBoard(boardId)
    return assets.reduce((sum, asset) => sum + asset.size, 0)
  }
}
