import { Button } from '#client/ui/button.tsx'
import { Menu, type MenuItem } from '#client/ui/menu.tsx'
import { shortcutWords, type Command } from './command.ts'

/** The commands that have no place in the bar. */
const groups = [
  ['export-png', 'export-svg', 'copy-mermaid', 'export-document', 'export-json'],
  ['import-mermaid', 'import', 'tidy-up'],
  ['palette', 'shortcuts', 'theme', 'gather'],
  ['profile', 'home', 'delete'],
] as const

export function BoardMenu({ commands }: { commands: readonly Command[] }) {
  const itemsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const command = commands.find((one) => one.id === id)
      return command === undefined ? [] : [itemOf(command)]
    })
  return (
    <Menu label="Board" groups={groups.map((ids) => ({ items: itemsOf(ids) }))}>
      <Button look="quiet" icon="more" aria-label="Board menu" />
    </Menu>
  )
}

function itemOf({ id, title, shortcut, run }: Command): MenuItem {
  return {
    id,
    title,
    danger: id === 'delete',
    shortcut: shortcut === undefined ? undefined : shortcutWords(shortcut),
    // After the menu gave the focus back, so that a dialog can take it.
    run: () => void setTimeout(run),
  }
}
