import { useCallback, useState } from 'react'
import { mayAct, mayMakeLink, roles } from '#shared/access.ts'
import type { BoardSummary, Member } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { changeMemberRole, getMembers, removeMember } from '#client/lib/requests.ts'
import { roleTitles } from '#client/lib/role-words.ts'
import { useResource } from '#client/lib/use-resource.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { Select } from '#client/ui/select.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { toast } from '#client/ui/toasts.ts'
import { Confirm } from './confirm.tsx'
import css from './share.module.css'

interface MembersSectionProps {
  readonly board: BoardSummary
  readonly me: string
  readonly onLeft: () => void
}

export function MembersSection({ board, me, onLeft }: MembersSectionProps) {
  const load = useCallback(async () => (await getMembers(board.id)).members, [board.id])
  const [members, reload] = useResource(load)
  return (
    <section aria-labelledby="share-members">
      <h3 id="share-members">People on this board</h3>
      {members.state === 'loading' && <Spinner label="Loading the people…" />}
      {members.state === 'failed' && (
        <p role="alert" className={css.error}>
          {sentenceOf(members.error)}
        </p>
      )}
      {members.state === 'ready' && (
        <ul className={css.list}>
          {members.value.map((member) => (
            <MemberRow
              key={member.person.id}
              board={board}
              member={member}
              isMe={member.person.id === me}
              onChanged={reload}
              onLeft={onLeft}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

interface MemberRowProps {
  readonly board: BoardSummary
  readonly member: Member
  readonly isMe: boolean
  readonly onChanged: () => void
  readonly onLeft: () => void
}

function MemberRow({ board, member, isMe, onChanged, onLeft }: MemberRowProps) {
  const [isAsking, setAsking] = useState(false)
  const { person, owner } = member
  const words = isMe ? leaving : removalOf(person.name)
  const mayRemove = !owner && (isMe || mayAct(board, 'change_role'))
  return (
    <li>
      <div className={css.row}>
        <Avatar name={person.name} color={person.color} size={26} />
        <span className={css.grow}>
          {person.name}
          {isMe && ' (you)'}
        </span>
        {owner && <Badge tone="accent">Owner</Badge>}
        <RoleOf board={board} member={member} onChanged={onChanged} />
        {mayRemove && !isAsking && (
          <Button small aria-label={words.action} onClick={() => setAsking(true)}>
            {words.short}
          </Button>
        )}
      </div>
      {isAsking && (
        <Confirm
          question={words.question}
          action={words.action}
          run={() => removeMember(board.id, person.id)}
          onDone={isMe ? onLeft : onChanged}
          onCancel={() => setAsking(false)}
        />
      )}
    </li>
  )
}

const leaving = {
  short: 'Leave',
  action: 'Leave this board',
  question: 'You will need a link to come back.',
}

function removalOf(name: string) {
  return {
    short: 'Remove',
    action: `Remove ${name}`,
    question: `${name} leaves the board at once. A link brings them back.`,
  }
}

/** The role, to be changed where one may. The owner's own seat is changed by nobody. */
function RoleOf({ board, member, onChanged }: Omit<MemberRowProps, 'isMe' | 'onLeft'>) {
  const { person, role, owner } = member
  if (owner || !mayAct(board, 'change_role')) return <Badge>{roleTitles[role]}</Badge>
  const options = roles.filter((one) => one === role || mayMakeLink(board, one))
  return (
    <div className={css.role}>
      <Select
        label={`Role of ${person.name}`}
        hideLabel
        value={role}
        options={options.map((value) => ({ value, title: roleTitles[value] }))}
        onChange={(next) =>
          void changeMemberRole(board.id, person.id, next).then(onChanged, (error: unknown) =>
            toast(sentenceOf(error), 'failed'),
          )
        }
      />
    </div>
  )
}
