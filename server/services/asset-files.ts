/** The files of images. A file is complete or absent: it is written beside, made durable and renamed. */
import { constants, createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'

export class AssetFiles {
  constructor(private readonly folder: string) {}

  async write(id: string, bytes: Uint8Array): Promise<void> {
    const file = this.fileOf(id)
    try {
      await mkdir(this.folder, { recursive: true })
      const handle = await open(`${file}.part`, 'w')
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${file}.part`, file)
    } catch (error) {
      await rm(`${file}.part`, { force: true }).catch(() => undefined)
      throw isDiskTrouble(error) ? new AppError('storage_unavailable') : error
    }
  }

  /** `undefined` when there is no such file. */
  async read(id: string): Promise<ReadStream | undefined> {
    const file = this.fileOf(id)
    const exists = await access(file, constants.R_OK).then(
      () => true,
      () => false,
    )
    return exists ? createReadStream(file) : undefined
  }

  async delete(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.fileOf(id), { force: true })
  }

  /** Everything that lies there, half-written files too, with the time of its last change. */
  async list(): Promise<readonly { readonly name: string; readonly changedAt: number }[]> {
    const found = []
    for (const name of await readdir(this.folder)) {
      const facts = await stat(join(this.folder, name)).catch(() => undefined)
      if (facts?.isFile() === true) found.push({ name, changedAt: facts.mtimeMs })
    }
    return found
  }

  /** A file by its name, as `list` tells it. */
  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true })
  }

  /** Ids are made by the server; anything else would leave the folder. */
  fileOf(id: string): string {
    if (!/^[\w-]{1,64}$/.test(id)) throw new AppError('unknown_thing')
    return join(this.folder, id)
  }
}

function isDiskTrouble(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO'].some((known) => known === code)
}
