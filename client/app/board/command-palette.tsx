import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog } from '#client/ui/dialog.tsx'
import { findCommands, shortcutWords, type Command } from './command.ts'
import css from './palette.module.css'

interface CommandPaletteProps {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

/** Everything that can be done here, found by typing. */
export function CommandPalette({ commands, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const id = useId()
  const found = findCommands(commands, query).slice(0, 60)
  const active = found[Math.min(index, found.length - 1)]
  const run = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    // The dialog gives the focus back first; what runs may move it on.
    queueMicrotask(command.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') run(active)
    else if (step !== undefined) setIndex(wrap(index + step, found.length))
    else return
    event.preventDefault()
  }
  return (
    <Dialog title="What do you want to do?" onClose={onClose}>
      <input
        data-first-focus=""
        className={css.search}
        role="combobox"
        aria-label="Search commands"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        autoComplete="off"
        placeholder="Type a command, a component to insert, or one to go to"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} className={css.options} role="listbox" aria-label="Commands">
        {found.map((command) => (
          <Option
            key={command.id}
            id={`${id}-${command.id}`}
            command={command}
            isActive={command === active}
            onRun={() => run(command)}
          />
        ))}
        {found.length === 0 && <p className={css.group}>Nothing here is called that.</p>}
      </div>
    </Dialog>
  )
}

interface OptionProps {
  readonly id: string
  readonly command: Command
  readonly isActive: boolean
  readonly onRun: () => void
}

function Option({ id, command, isActive, onRun }: OptionProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      ref={ref}
      id={id}
      className={css.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={onRun}
      onKeyDown={(event) => event.key === 'Enter' && onRun()}
    >
      <span>{command.title}</span>
      <span className={css.group}>{command.group}</span>
      {command.shortcut !== undefined && <kbd>{shortcutWords(command.shortcut)}</kbd>}
    </div>
  )
}

function wrap(index: number, length: number): number {
  return length === 0 ? 0 : (index + length) % length
}
