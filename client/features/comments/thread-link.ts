/** Addresses of single threads: the board's own with `#thread=…`. */
const prefix = '#thread='

export function threadLink(href: string, thread: string): string {
  return new URL(`${prefix}${encodeURIComponent(thread)}`, href).href
}

/** The thread that an address names, if it names one. */
export function threadIn(hash: string): string | undefined {
  if (!hash.startsWith(prefix)) return undefined
  try {
    return decodeURIComponent(hash.slice(prefix.length)) || undefined
  } catch {
    return undefined
  }
}
