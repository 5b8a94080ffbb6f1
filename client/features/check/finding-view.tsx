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

const severityWords: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  suggestion: 'Suggestion',
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
      {isOpen && <More finding={finding} onShow={onShow} />}
    </li>
  )
}

function More({ finding, onShow }: Pick<FindingViewProps, 'finding' | 'onShow'>) {
  const [showsExamples, setShowsExamples] = useState(false)
  const { why, fix, question, nodes, edges } = finding
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
        <Button small icon="eye" onClick={() => onShow([...nodes, ...edges])}>
          Show me
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
