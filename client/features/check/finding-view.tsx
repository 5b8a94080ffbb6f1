import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Finding, Severity } from '#shared/checker/define-rule.ts'
import { Button } from '#client/ui/button.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import css from './check.module.css'
import { SeverityIcon } from './severity-icon.tsx'

const RuleExamples = lazy(async () => ({
  default: (await import('./rule-examples.tsx')).RuleExamples,
}))

interface FindingViewProps {
  readonly finding: Finding
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onShow: (ids: readonly string[]) => void
}

export const severityWords: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  suggestion: 'Suggestion',
  info: 'Decided',
}

export function FindingView({ finding, isOpen, onToggle, onShow }: FindingViewProps) {
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li ref={ref} className={css.finding} data-open={isOpen}>
      <button type="button" className={css.summary} aria-expanded={isOpen} onClick={onToggle}>
        <SeverityIcon severity={finding.severity} size={14} />
        <span>
          <span className="lb-hidden">{severityWords[finding.severity]}: </span>
          <span className={css.title}>{finding.title}</span>
          <span className={css.message}>{finding.message}</span>
        </span>
      </button>
      {isOpen && <FindingAdvice finding={finding} shows={[finding]} onShow={onShow} />}
    </li>
  )
}

interface FindingAdviceProps {
  readonly finding: Finding
  /** What “Show me” points at. */
  readonly shows: readonly Finding[]
  readonly onShow: (ids: readonly string[]) => void
}

/** Why it matters, what to consider, and how both look when drawn. */
export function FindingAdvice({ finding, shows, onShow }: FindingAdviceProps) {
  const [showsExamples, setShowsExamples] = useState(false)
  const { why, fix, question } = finding
  const show = () => onShow(shows.flatMap(({ nodes, edges }) => [...nodes, ...edges]))
  return (
    <div className={css.more}>
      <div>
        <h3>Why it matters</h3>
        <p>{why}</p>
      </div>
      <div>
        <h3>What to consider</h3>
        <p>{fix}</p>
      </div>
      <div>
        <h3>An interviewer would ask</h3>
        <p className={css.question}>{question}</p>
      </div>
      <div className={css.actions}>
        <Button small icon="eye" onClick={show}>
          {shows.length === 1 ? 'Show me' : 'Show all of them'}
        </Button>
        <Button
          small
          look="quiet"
          aria-expanded={showsExamples}
          onClick={() => setShowsExamples(!showsExamples)}
        >
          {showsExamples ? 'Hide the examples' : 'See it drawn'}
        </Button>
      </div>
      {showsExamples && (
        <Suspense fallback={<Spinner label="Drawing…" />}>
          <RuleExamples rule={finding.rule} />
        </Suspense>
      )}
    </div>
  )
}
