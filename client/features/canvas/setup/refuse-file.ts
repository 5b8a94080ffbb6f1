/** Which files may be put on a board. The server checks again, by content. */
export const acceptedImageTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]
/** No film is stored. */
export const acceptedVideoTypes: string[] = []
/** As the server's limit. */
export const maxImageBytes = 10 * 1024 * 1024

/** The sentence that tells why a file is not taken; undefined when it is. */
export function refusalOf(file: {
  readonly name: string
  readonly type: string
  readonly size: number
}) {
  if (file.type === 'image/svg+xml') {
    return `${file.name}: SVG files are not accepted, since they can hold scripts. Use a PNG.`
  }
  if (!acceptedImageTypes.includes(file.type)) {
    return `${file.name}: only PNG, JPEG, GIF, WebP and AVIF images can be put on a board.`
  }
  if (file.size > maxImageBytes) {
    return `${file.name}: larger than 10 MB. Make it smaller and try again.`
  }
  return undefined
}

const drawingFile = /\.(?:mmd|mermaid|md|markdown)$/i

/** Whether a file may hold a drawing in words, which is read and not stored. */
export function isDrawingFile({ name }: { readonly name: string }): boolean {
  return drawingFile.test(name)
}
