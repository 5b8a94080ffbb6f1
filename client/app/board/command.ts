/** Something that a person can do on a board: one list feeds the palette, the menu, the keys and the sheet. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: 'Board' | 'View' | 'Together' | 'File' | 'Insert' | 'Go to'
  /** As written in `parseShortcut`. */
  readonly shortcut?: string
  /** More words that find it. */
  readonly words?: string
  readonly run: () => void
}

const isApple = /mac|iphone|ipad/i

/** A shortcut as people read it: "Ctrl K", or "⌘K" on a Mac. */
export function shortcutWords(shortcut: string, platform = navigator.platform): string {
  const parts = shortcut.split('+')
  const key = (parts.at(-1) ?? '').toUpperCase()
  if (!parts.includes('mod')) return key
  return isApple.test(platform) ? `⌘${key}` : `Ctrl ${key}`
}

/** Whether a key press is a shortcut: `k`, `?`, `mod+k`. By the key's meaning, not its place. */
export function isShortcut(
  shortcut: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): boolean {
  const parts = shortcut.split('+')
  const hasMod = event.ctrlKey || event.metaKey
  return (
    parts.includes('mod') === hasMod &&
    !event.altKey &&
    event.key.toLowerCase() === (parts.at(-1) ?? '')
  )
}

/** Commands that hold every word of the query, those whose title begins with it first. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = commands.filter(({ title, group, words: more = '' }) => {
    const text = `${title} ${group} ${more}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const start = words.join(' ')
  const beginsWith = ({ title }: Command) => title.toLowerCase().startsWith(start)
  return [...matches.filter(beginsWith), ...matches.filter((one) => !beginsWith(one))]
}
