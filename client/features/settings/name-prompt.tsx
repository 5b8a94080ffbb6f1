import { useState } from 'react'
import { changeMe, useMe } from '#client/lib/me.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import css from './name-prompt.module.css'

/** Asks once for a name without standing in the way of drawing; “Later” is remembered. */
export function NamePrompt() {
  const me = useMe((state) => state.me)
  const isAskedForName = usePreferences((state) => state.isAskedForName)
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  if (me === undefined || me.isNamed || !isAskedForName) return null
  const save = () => {
    if (name.trim() === '') return
    changeMe({ name: name.trim() }).catch((failure: unknown) => setError(sentenceOf(failure)))
  }
  return (
    <form
      className={css.prompt}
      aria-label="Your name"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label="What should others call you?"
        placeholder="Your name"
        value={name}
        error={error}
        maxLength={60}
        autoComplete="nickname"
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={name.trim() === ''}>
        Save
      </Button>
      <Button look="quiet" onClick={() => prefer({ isAskedForName: false })}>
        Later
      </Button>
    </form>
  )
}
