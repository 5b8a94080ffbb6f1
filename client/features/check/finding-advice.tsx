import { lazy, Suspense, useState } from 'react'
import type { Finding } from '#shared/checker/define-rule.ts'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { AnswerForm, type AnswerChoice } from './answer-form.tsx'
import css from './check.module.css'
import type { FindingActs } from './finding-acts.ts'
import { FindingTalk } from './finding-talk.tsx'

const RuleExamples = lazy(async () => ({
  default: (await import('./rule-examples.tsx')).RuleExamples,
}))

interface FindingAdviceProps {
  /** All of one rule: what “Show me” points at and what a reason answers. */
  readonly findings: readonly [Finding, ...Finding[]]
  readonly acts: FindingActs
}

type Extra = 'examples' | 'answer'

/** Why it matters, what to consider, how both look when drawn, and what can be said against it. */
export function FindingAdvice({ findings, acts }: FindingAdviceProps) {
  const [extra, setExtra] = useState<Extra>()
  const [{ rule, why, fix, question }] = findings
  const ids = findings.flatMap(({ nodes, edges }) => [...nodes, ...edges])
  const thread = findings.map(({ id }) => acts.threadOf(id)).find((one) => one !== undefined)
  const isPacked = acts.isPacked(rule)
  const choices = choicesOf(acts, findings.length)
  const toggle = (one: Extra) => setExtra(extra === one ? undefined : one)
  return (
    <div className={css.more}>
      {thread !== undefined && (
        <div>
          <h3>{thread.answer === null ? 'It is open again' : 'What it rested on has changed'}</h3>
          <FindingTalk said={thread.said} />
        </div>
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
        {!isPacked && (
          <ExamplesButton isOpen={extra === 'examples'} onToggle={() => toggle('examples')} />
        )}
        {choices.length > 0 && (
          <Button
            small
            look="quiet"
            aria-expanded={extra === 'answer'}
            onClick={() => toggle('answer')}
          >
            Answer it
          </Button>
        )}
        {!isPacked && <RuleLink rule={rule} />}
      </div>
      {extra === 'answer' && (
        <AnswerForm
          label="Why this is fine here"
          placeholder="For example: a nightly batch, an outage of an hour costs nothing."
          hint="Everybody on the board sees it. The finding comes back when what it rests on changes."
          choices={choices}
          isTextNeeded={acts.may('defend')}
          onSay={(act, text) => acts.say(findings, act, text)}
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

function ExamplesButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <Button small look="quiet" aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? 'Hide the examples' : 'See it drawn'}
    </Button>
  )
}

function RuleLink({ rule }: { rule: string }) {
  return (
    <a
      className={buttonClass('quiet', true)}
      href={`/rules/${rule}`}
      target="_blank"
      rel="noopener"
    >
      The rule<span className="lb-hidden"> (opens in a new tab)</span>
    </a>
  )
}

/** Who draws defends; who only reviews takes the finding as it is. */
function choicesOf({ may }: FindingActs, count: number): readonly AnswerChoice[] {
  const all = count === 1 ? '' : ` all ${count}`
  const defences: readonly AnswerChoice[] = [
    { act: 'defend', label: `Defend${all === '' ? ' it' : all}` },
    { act: 'set-aside', label: 'Out of scope' },
  ]
  if (may('defend')) return defences
  return may('accept') ? [{ act: 'accept', label: `Accept${all === '' ? ' it' : all}` }] : []
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  )
}
