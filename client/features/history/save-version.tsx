import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { saveVersion } from '#client/lib/requests.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import css from './history.module.css'

interface SaveVersionProps {
  readonly boardId: string
  readonly ensureNamed: () => Promise<boolean>
}

/** Names the board as it is now. What was typed stays when saving fails. */
export function SaveVersion({ boardId, ensureNamed }: SaveVersionProps) {
  const [name, setName] = useState('')
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<string>()
  const save = async () => {
    if (!(await ensureNamed())) return
    setSaving(true)
    setError(undefined)
    try {
      await saveVersion(boardId, name)
      setName('')
    } catch (refusal) {
      setError(sentenceOf(refusal))
    } finally {
      setSaving(false)
    }
  }
  return (
    <form
      className={css.save}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && !isSaving) void save()
      }}
    >
      <TextField
        label="Name the board as it is now"
        data-first-focus
        value={name}
        maxLength={80}
        placeholder="For example: before the cache"
        error={error}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={name.trim() === '' || isSaving}>
        Save version
      </Button>
    </form>
  )
}
