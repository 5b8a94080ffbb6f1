import { Badge } from '#client/ui/badge.tsx'
import css from './api-docs.module.css'
import type { Reply } from './send-call.ts'

/** More would be slow to lay out, and nobody reads it to the end here. */
const mostShown = 60_000

export function ReplyView({ reply }: { reply: Reply }) {
  const { status, isOk, milliseconds, length, text } = reply
  const isCut = text.length > mostShown
  return (
    <div className={css.reply}>
      <output className={css.facts}>
        <Badge tone={isOk ? 'accent' : 'error'}>
          {isOk ? '✓' : '◆'} Status {status}
        </Badge>
        <span className="lb-number">
          {Math.round(milliseconds)} ms · {length.toLocaleString('en')} characters
        </span>
      </output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a keyboard must be able to scroll it */}
      <pre className={css.answer} tabIndex={0} role="region" aria-label="Answer">
        {isCut ? text.slice(0, mostShown) : text}
      </pre>
      {isCut && (
        <p className={css.muted}>
          This is the beginning of a long answer; the line for a shell brings all of it.
        </p>
      )}
    </div>
  )
}
