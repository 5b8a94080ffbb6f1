import { Button } from '#client/ui/button.tsx'
import css from './board.module.css'
import type { BoardParts } from './use-board-parts.ts'
import type { Sheet } from './use-panels.ts'

const sheets: readonly { readonly id: Sheet; readonly title: string }[] = [
  { id: 'brief', title: 'Brief' },
  { id: 'findings', title: 'Findings' },
  { id: 'comments', title: 'Comments' },
  { id: 'outline', title: 'Outline' },
]

/** On a phone: one sheet at a time, under the canvas. */
export function PhoneBar({ parts }: { parts: BoardParts }) {
  if (!parts.isPhone) return null
  return (
    <nav className={css.sheetBar} aria-label="Sheets">
      {sheets.map(({ id, title }) => (
        <Button
          key={id}
          look="quiet"
          small
          aria-pressed={parts.sheet === id}
          onClick={() => parts.toggleSheet(id)}
        >
          {title}
        </Button>
      ))}
    </nav>
  )
}
