import { lazy, Suspense, useState } from 'react'
import type { Finding } from '#shared/checker/define-rule.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import css from './check.module.css'
import { DefendForm } from './defend-form.tsx'
import type { FindingActs } from './finding-acts.ts'

const RuleExamples = lazy(async () => ({
  default: (await import('./rule-examples.tsx')).RuleExamples,
}))

interface FindingAdviceProps {
  /** All of one rule: what “Show me” points at and what a reason answers. */
  readonly findings: readonly [Finding, ...Finding[]]
  readonly acts: FindingActs
}

type Extra = 'examples' | 'defence'

/** Why it matters, what to consider, how both look when drawn, and what can be said against it. */
export function FindingAdvice({ findings, acts }: FindingAdviceProps) {
  const [extra, setExtra] = useState<Extra>()
  const [{ rule, why, fix, question }] = findings
  const ids = findings.flatMap(({ nodes, edges }) => [...nodes, ...edges])
  const former = findings.map(({ id }) => acts.formerReason(id)).find((one) => one !== undefined)
  const toggle = (one: Extra) => setExtra(extra === one ? undefined : one)
  return (
    <div className={css.more}>
      {former !== undefined && (
        <p className={css.former}>
          You answered this before: “{former}” What it rested on has changed since.
        </p>
      )}
      <Part title="Why it matters">{why}</Part>
      <Part title="What to consider">{fix}</Part>
      <div>
        <h3>An interviewer would ask</h3>
        <p className={css.question}>{question}</p>
      </div>
      <div className={css.actions}>
        {ids.length > 0 && (
          <Button small icon="eye" onClick={() => acts.show(ids)}>
            {findings.length === 1 ? 'Show me' : 'Show all of them'}
          </Button>
        )}
        <Button
          small
          look="quiet"
          aria-expanded={extra === 'examples'}
          onClick={() => toggle('examples')}
        >
          {extra === 'examples' ? 'Hide the examples' : 'See it drawn'}
        </Button>
        <Button
          small
          look="quiet"
          aria-expanded={extra === 'defence'}
          onClick={() => toggle('defence')}
        >
          Answer it
        </Button>
        <a
          className={buttonClass('quiet', true)}
          href={`/rules/${rule}`}
          target="_blank"
          rel="noopener"
        >
          The rule<span className="lb-hidden"> (opens in a new tab)</span>
        </a>
      </div>
      {extra === 'defence' && (
        <DefendForm
          reason={former ?? ''}
          count={findings.length}
          onDefend={(reason) => acts.defend(findings, reason)}
          onCancel={() => setExtra(undefined)}
        />
      )}
      {extra === 'examples' && (
        <Suspense fallback={<Spinner label="Drawing…" />}>
          <RuleExamples rule={rule} />
        </Suspense>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  )
}
