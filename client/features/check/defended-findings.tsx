import { useState } from 'react'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import css from './check.module.css'
import type { FindingActs } from './finding-acts.ts'
import type { DefendedFinding } from './sort-defended.ts'

interface DefendedFindingsProps {
  readonly defended: readonly DefendedFinding[]
  readonly acts: FindingActs
}

/** What somebody answered, with the reason: kept in sight, asking for nothing. */
export function DefendedFindings({ defended, acts }: DefendedFindingsProps) {
  const [isOpen, setOpen] = useState(false)
  if (defended.length === 0) return null
  return (
    <section className={css.group} aria-label="Answered by you">
      <h2>
        <button
          type="button"
          className={css.groupTitle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={css.fold} data-open={isOpen}>
            <Icon name="down" size={12} />
          </span>
          <span className={css.groupName}>Answered by you</span>
          <span className={css.answeredCount}>
            <Icon name="resolve" size={13} /> <span className="lb-number">{defended.length}</span>
          </span>
        </button>
      </h2>
      {isOpen && (
        <>
          <p className={css.keptHere}>Your reasons are kept in this browser alone.</p>
          <ul>
            {defended.map(({ finding, reason }) => (
              <li key={finding.id} className={css.answered}>
                <span className={css.title}>{finding.title}</span>
                <span className={css.message}>{finding.message}</span>
                <blockquote>{reason}</blockquote>
                <div className={css.actions}>
                  <Button
                    small
                    look="quiet"
                    aria-label={`Take the answer back: ${finding.title}`}
                    onClick={() => acts.defend([finding], '')}
                  >
                    Take the answer back
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
