import { useState } from 'react'
import { changeMe } from '#client/lib/me.ts'
import { sentenceOf } from '#client/lib/request.ts'
import type { Me } from '#client/lib/requests.ts'
import { Button } from '#client/ui/button.tsx'
import { personColors, textOn } from '#client/ui/person-colors.ts'
import { Icon } from '#client/ui/icon.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import css from './profile-dialog.module.css'

interface ProfileFormProps {
  readonly me: Me
  readonly action: string
  readonly onSaved: () => void
}

/** Name and colour. The name is given by the person; the server only suggests a colour. */
export function ProfileForm({ me, action, onSaved }: ProfileFormProps) {
  const [name, setName] = useState(me.isNamed ? me.person.name : '')
  const [color, setColor] = useState(me.person.color)
  const [error, setError] = useState<string>()
  const save = () => {
    const trimmed = name.trim()
    if (trimmed === '') return setError('Enter a name. A first name is enough.')
    return void changeMe({ name: trimmed, color }).then(onSaved, (failure: unknown) =>
      setError(sentenceOf(failure)),
    )
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label="Your name"
        data-first-focus=""
        hint="Shown beside your cursor and your comments."
        value={name}
        error={error}
        maxLength={60}
        autoComplete="nickname"
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset className={css.colors}>
        <legend>Your colour</legend>
        {personColors.map((one) => (
          <label key={one.value} className={css.color}>
            <input
              type="radio"
              name="color"
              aria-label={one.title}
              checked={one.value === color}
              onChange={() => setColor(one.value)}
            />
            <span style={{ background: one.value, color: textOn(one.value) }}>
              {one.value === color && <Icon name="check" size={14} />}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.actions}>
        <Button type="submit" look="primary">
          {action}
        </Button>
      </div>
    </form>
  )
}
