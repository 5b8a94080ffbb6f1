import { useEffect, useRef } from 'react'
import type { Finding } from '#shared/checker/define-rule.ts'
import css from './check.module.css'
import type { FindingActs } from './finding-acts.ts'
import { FindingAdvice } from './finding-advice.tsx'
import { moveRow } from './move-row.ts'
import { SeverityIcon } from './severity-icon.tsx'
import { severityWords } from './severity-words.ts'

interface FindingViewProps {
  readonly finding: Finding
  readonly isOpen: boolean
  readonly acts: FindingActs
}

export function FindingView({ finding, isOpen, acts }: FindingViewProps) {
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li ref={ref} className={css.finding} data-open={isOpen}>
      <button
        type="button"
        data-row=""
        className={css.summary}
        aria-expanded={isOpen}
        onClick={() => acts.select(isOpen ? undefined : finding.id)}
        onKeyDown={moveRow}
      >
        <SeverityIcon severity={finding.severity} size={14} />
        <span>
          <span className="lb-hidden">{severityWords[finding.severity]}: </span>
          <span className={css.title}>{finding.title}</span>
          <span className={css.message}>{finding.message}</span>
        </span>
      </button>
      {isOpen && <FindingAdvice findings={[finding]} acts={acts} />}
    </li>
  )
}
