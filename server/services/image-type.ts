/** What a picture is, by its content alone, and how large pictures may be. */
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#shared/errors.ts'

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

/** `undefined` for what is no picture. */
export async function imageTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return found === undefined ? undefined : imageTypes.get(found.mime)
}

/** Refuses a picture that would make the pictures of a board too large together. */
export function checkPictureRoom(used: number, size: number): void {
  if (used + size <= maxBoardAssetBytes) return
  throw new AppError('board_full', 'Its images together would be larger than 200 MB.')
}
