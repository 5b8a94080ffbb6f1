import type { FindingActName, FindingSaying } from '#shared/live.ts'
import { Time } from '#client/ui/time.tsx'
import css from './check.module.css'

const did: Readonly<Record<FindingActName, string>> = {
  defend: 'defended it',
  'set-aside': 'set it aside',
  accept: 'accepted it',
  'ask-back': 'asked back',
}

/** What was said to a finding, oldest first. */
export function FindingTalk({ said }: { said: readonly FindingSaying[] }) {
  return (
    <ol className={css.talk} aria-label="What was said to it">
      {said.map(({ act, authorName, text, at }) => (
        <li key={`${at} ${act} ${text}`}>
          <p className={css.saidBy}>
            <b>{authorName}</b> {did[act]} <Time at={at} />
          </p>
          {text !== '' && <blockquote>{text}</blockquote>}
        </li>
      ))}
    </ol>
  )
}
