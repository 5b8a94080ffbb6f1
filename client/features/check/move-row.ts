import type { KeyboardEvent } from 'react'

/** Up and down go from a row (`data-row`) to the one before or after it, of all that are shown in `data-rows`. */
export function moveRow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const list = event.currentTarget.closest('[data-rows]')
  if (step === undefined || list === null) return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  event.preventDefault()
  rows[rows.indexOf(event.currentTarget) + step]?.focus()
}
