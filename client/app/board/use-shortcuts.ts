import { useEffect, useRef } from 'react'
import { isShortcut, type Command } from './command.ts'

/** Listens before tldraw does, which has other meanings for `[` and `]`. */
export function useShortcuts(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  }, [commands])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') !== null) return
      const command = latest.current.find(
        ({ shortcut }) => shortcut !== undefined && isShortcut(shortcut, event),
      )
      if (command === undefined || (isWriting(event) && !command.shortcut?.includes('mod'))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      command.run()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

const writes = 'input, textarea, select, [contenteditable=true], [role=menu], [role=textbox]'

function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(writes) !== null
}
