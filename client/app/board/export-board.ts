/** The board as files on the person's own disk. */
export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** A name that every file system takes. */
export function fileName(title: string, extension: string): string {
  const safe = title
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
  return `${safe === '' ? 'board' : safe.slice(0, 80)}.${extension}`
}
