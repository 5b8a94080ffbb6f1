import { useCallback, useState } from 'react'
import { mayMakeLink, roles, type Role } from '#shared/access.ts'
import type { BoardSummary, Link } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { createLink, getLinks, revokeLink } from '#client/lib/requests.ts'
import { roleAbouts, roleTitles } from '#client/lib/role-words.ts'
import { useResource } from '#client/lib/use-resource.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { CopyField } from '#client/ui/copy-field.tsx'
import { Select } from '#client/ui/select.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { Time } from '#client/ui/time.tsx'
import { Confirm } from './confirm.tsx'
import css from './share.module.css'

/** Makes links and takes them back; for the owner. */
export function LinksSection({ board }: { board: BoardSummary }) {
  const load = useCallback(async () => (await getLinks(board.id)).links, [board.id])
  const [links, reload] = useResource(load)
  return (
    <section aria-labelledby="share-links">
      <h3 id="share-links">Invite by link</h3>
      <NewLink board={board} onMade={reload} />
      {links.state === 'loading' && <Spinner label="Loading the links…" />}
      {links.state === 'failed' && (
        <p role="alert" className={css.error}>
          {sentenceOf(links.error)}
        </p>
      )}
      {links.state === 'ready' && links.value.length > 0 && (
        <ul className={css.list} aria-label="Links" style={{ marginTop: 12 }}>
          {links.value.map((link) => (
            <LinkRow key={link.id} boardId={board.id} link={link} onRevoked={reload} />
          ))}
        </ul>
      )}
    </section>
  )
}

function NewLink({ board, onMade }: { board: BoardSummary; onMade: () => void }) {
  const allowed = roles.filter((role) => mayMakeLink(board, role))
  const [role, setRole] = useState<Role>('candidate')
  const [made, setMade] = useState<{ readonly url: string; readonly role: Role }>()
  const [error, setError] = useState<string>()
  const make = async () => {
    setError(undefined)
    try {
      setMade(await createLink(board.id, role))
      onMade()
    } catch (failure) {
      setError(sentenceOf(failure))
    }
  }
  return (
    <>
      <div className={css.make}>
        <Select
          label="Role"
          hideLabel
          value={role}
          options={allowed.map((value) => ({ value, title: optionWords(value) }))}
          onChange={setRole}
        />
        <Button look="primary" icon="link" onClick={() => void make()}>
          Create link
        </Button>
      </div>
      {error !== undefined && (
        <p role="alert" className={css.error}>
          {error}
        </p>
      )}
      {made !== undefined && (
        <div className={css.made}>
          <CopyField
            key={made.url}
            label={`Link for ${roleTitles[made.role].toLowerCase()}s`}
            value={made.url}
          />
          <p className={css.note}>
            Copy it now: it is shown this once. It works for as many people as you send it to.
          </p>
        </div>
      )}
    </>
  )
}

function optionWords(role: Role): string {
  const about = roleAbouts[role]
  return `${roleTitles[role]}: ${about.charAt(0).toLowerCase()}${about.slice(1)}`
}

interface LinkRowProps {
  readonly boardId: string
  readonly link: Link
  readonly onRevoked: () => void
}

function LinkRow({ boardId, link, onRevoked }: LinkRowProps) {
  const [isAsking, setAsking] = useState(false)
  const people = link.members === 1 ? '1 person' : `${link.members} people`
  return (
    <li>
      <div className={css.row}>
        <Badge>{roleTitles[link.role]}</Badge>
        <span className={css.grow}>
          <small>
            {people} · made <Time at={link.createdAt} />
          </small>
        </span>
        {!isAsking && (
          <Button small onClick={() => setAsking(true)}>
            Revoke
          </Button>
        )}
      </div>
      {isAsking && (
        <Confirm
          question={`The link stops working${link.members > 0 ? `, and ${people} who came by it leave the board at once` : ''}.`}
          action="Revoke this link"
          run={() => revokeLink(boardId, link.id)}
          onDone={onRevoked}
          onCancel={() => setAsking(false)}
        />
      )}
    </li>
  )
}
