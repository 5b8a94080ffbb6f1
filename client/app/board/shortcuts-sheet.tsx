import { Dialog } from '#client/ui/dialog.tsx'
import { shortcutWords, type Command } from './command.ts'
import css from './palette.module.css'

/** Keys of the canvas itself, which are tldraw's and the canvas feature's. */
const canvasKeys = [
  ['Insert a component', '/'],
  ['Edit the label', 'F2'],
  ['Select', 'V'],
  ['Move the view', 'H'],
  ['Arrow', 'A'],
  ['Text', 'T'],
  ['Draw by hand', 'D'],
  ['Erase', 'E'],
  ['Rectangle', 'R'],
  ['Next component in reading order', 'Tab'],
  ['Delete the selection', 'Delete'],
] as const

const editKeys = [
  ['Undo', 'mod+z'],
  ['Redo', 'mod+y'],
  ['Duplicate', 'mod+d'],
  ['Copy', 'mod+c'],
  ['Paste', 'mod+v'],
  ['Select everything', 'mod+a'],
] as const

interface ShortcutsSheetProps {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

export function ShortcutsSheet({ commands, onClose }: ShortcutsSheetProps) {
  const own = commands.flatMap(({ title, shortcut }) =>
    shortcut === undefined ? [] : [[title, shortcut] as const],
  )
  return (
    <Dialog title="Keyboard shortcuts" wide onClose={onClose}>
      <div className={css.sheet}>
        <Keys title="Board" keys={own} />
        <Keys title="Canvas" keys={canvasKeys} />
        <Keys title="Editing" keys={editKeys} />
      </div>
    </Dialog>
  )
}

interface KeysProps {
  readonly title: string
  readonly keys: readonly (readonly [title: string, shortcut: string])[]
}

function Keys({ title, keys }: KeysProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([name, shortcut]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <kbd>
                {shortcut.length > 2 && !shortcut.includes('+')
                  ? shortcut
                  : shortcutWords(shortcut)}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
