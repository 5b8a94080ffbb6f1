import { roleTitles } from '#client/lib/role-words.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Button } from '#client/ui/button.tsx'
import { Popover } from '#client/ui/popover.tsx'
import { Tooltip } from '#client/ui/tooltip.tsx'
import type { PersonHere } from './people.ts'
import css from './people.module.css'
import type { Follow } from './use-follow.ts'

const shownAtOnce = 5

/** Everybody else who is here; a click follows. */
export function PeopleBar({ follow }: { follow: Follow }) {
  const { here } = follow
  if (here.length === 0) return null
  const shown = here.slice(0, here.length > shownAtOnce ? shownAtOnce - 1 : shownAtOnce)
  return (
    <div className={css.people} role="group" aria-label="People here">
      {shown.map((person) => (
        <PersonButton key={person.id} person={person} follow={follow} />
      ))}
      {here.length > shown.length && <Everybody follow={follow} />}
    </div>
  )
}

function PersonButton({ person, follow }: { person: PersonHere; follow: Follow }) {
  const isFollowed = follow.followed?.id === person.id
  const words = `${isFollowed ? 'Stop following' : 'Follow'} ${person.entry.name}`
  return (
    <Tooltip text={`${words} (${roleTitles[person.entry.role]})`}>
      <button
        type="button"
        className={css.person}
        aria-pressed={isFollowed}
        aria-label={`Follow ${person.entry.name}, ${roleTitles[person.entry.role]}`}
        onClick={() => (isFollowed ? follow.stop() : follow.follow(person.id))}
      >
        <Avatar name={person.entry.name} color={person.entry.color} />
      </button>
    </Tooltip>
  )
}

function Everybody({ follow }: { follow: Follow }) {
  return (
    <Popover
      label="Everybody here"
      trigger={
        <Button look="quiet" small className={css.more}>
          {`${follow.here.length} here`}
        </Button>
      }
    >
      <ul className={css.list}>
        {follow.here.map((person) => (
          <li key={person.id} className={css.row}>
            <Avatar name={person.entry.name} color={person.entry.color} size={24} />
            <span>
              {person.entry.name}
              <small>{roleTitles[person.entry.role]}</small>
            </span>
            <Button small onClick={() => follow.follow(person.id)}>
              Follow
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
