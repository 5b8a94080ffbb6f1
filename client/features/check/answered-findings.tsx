import { useState } from 'react'
import type { Waived } from '#shared/checker/apply-policy.ts'
import type { FindingAnswer } from '#shared/finding-answer.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { toast } from '#client/ui/toasts.ts'
import { AnswerForm } from './answer-form.tsx'
import css from './check.module.css'
import type { FindingActs } from './finding-acts.ts'
import { FindingTalk } from './finding-talk.tsx'
import type { AnsweredFinding } from './sort-findings.ts'

interface AnsweredFindingsProps {
  readonly answered: readonly AnsweredFinding[]
  readonly waived: readonly Waived[]
  readonly acts: FindingActs
}

const statusWords: Readonly<Record<FindingAnswer['status'], string>> = {
  defended: 'Defended',
  accepted: 'Accepted',
  'out-of-scope': 'Out of scope',
}

/** What somebody answered or the server's policy waives, with the reason: kept in sight, asking for nothing. */
export function AnsweredFindings({ answered, waived, acts }: AnsweredFindingsProps) {
  const [isOpen, setOpen] = useState(false)
  const count = answered.length + waived.length
  if (count === 0) return null
  return (
    <section className={css.group} aria-label="Answered">
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
          <span className={css.groupName}>Answered</span>
          <span className={css.answeredCount}>
            <Icon name="resolve" size={13} /> <span className="lb-number">{count}</span>
          </span>
        </button>
      </h2>
      {isOpen && (
        <ul>
          {answered.map((one) => (
            <Answered key={one.finding.id} answered={one} acts={acts} />
          ))}
          {waived.map((one) => (
            <WaivedFinding key={one.finding.id} {...one} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Nobody on a board can open it again: the policy belongs to whoever runs the server. */
function WaivedFinding({ finding, waiver }: Waived) {
  const { reason, expires } = waiver
  return (
    <li className={css.answered}>
      <span className={css.title}>
        {finding.title} <Badge>Waived by this server’s policy</Badge>
      </span>
      <span className={css.message}>{finding.message}</span>
      <blockquote className={css.waiver}>{reason}</blockquote>
      {expires !== undefined && (
        <p className={css.until}>Until {expires}, then it is open again.</p>
      )}
    </li>
  )
}

function Answered({ answered, acts }: { answered: AnsweredFinding; acts: FindingActs }) {
  const { finding, thread, status } = answered
  const [isAsking, setAsking] = useState(false)
  const isOwn = thread.answer?.since.by === acts.me
  const say = (act: 'accept' | 'ask-back', text = '') => acts.say([finding], act, text)
  const sayAtOnce = (act: 'accept' | 'ask-back') =>
    void say(act).catch((error: unknown) => toast(sentenceOf(error), 'failed'))
  return (
    <li className={css.answered}>
      <span className={css.title}>
        {finding.title} <Badge>{statusWords[status]}</Badge>
      </span>
      <span className={css.message}>{finding.message}</span>
      <FindingTalk said={thread.said} />
      {isAsking ? (
        <AnswerForm
          label="What is still open"
          placeholder="For example: what happens on the day of the sale?"
          hint="The finding is open again until somebody answers."
          choices={[{ act: 'ask-back', label: 'Ask back' }]}
          isTextNeeded
          onSay={(_, text) => say('ask-back', text)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div className={css.actions}>
          {status === 'defended' && acts.may('accept') && (
            <Button
              small
              aria-label={`Accept the answer: ${finding.title}`}
              onClick={() => sayAtOnce('accept')}
            >
              Accept the answer
            </Button>
          )}
          {acts.may('ask-back') && isOwn && (
            <Button
              small
              look="quiet"
              aria-label={`Take the answer back: ${finding.title}`}
              onClick={() => sayAtOnce('ask-back')}
            >
              Take the answer back
            </Button>
          )}
          {acts.may('ask-back') && !isOwn && (
            <Button
              small
              look="quiet"
              aria-label={`Ask back: ${finding.title}`}
              onClick={() => setAsking(true)}
            >
              Ask back
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
