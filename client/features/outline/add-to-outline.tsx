/** A field that adds a component by name: inside the boundary or behind the component that is selected. */
import { useId, useState, type FormEvent } from 'react'
import { searchKinds } from '#shared/kinds/find-kind.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import type { OutlineItem } from './outline-tree.ts'
import css from './outline.module.css'

interface AddToOutlineProps {
  readonly handle: CanvasHandle
  readonly selected: OutlineItem | undefined
}

export function AddToOutline({ handle, selected }: AddToOutlineProps) {
  const [query, setQuery] = useState('')
  const [said, setSaid] = useState('')
  const list = useId()
  const matches = query.trim() === '' ? [] : searchKinds(query, 8)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const [match] = matches
    if (match === undefined) {
      setSaid(`No component is called “${query}”. Try a product or a word like “queue”.`)
      return
    }
    handle.addComponent({
      kind: match.kind.id,
      label: match.label,
      ...(match.technology === undefined ? {} : { technology: match.technology }),
      ...placeFor(selected),
    })
    setSaid(`Added ${match.label}.`)
    setQuery('')
  }
  return (
    <form className={css.add} onSubmit={add}>
      <TextField
        label="Add a component"
        hideLabel
        placeholder="Add a component: redis, queue …"
        value={query}
        list={list}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
      />
      <datalist id={list}>
        {matches.map((match) => (
          <option key={`${match.kind.id} ${match.label}`} value={match.label}>
            {match.kind.title}
          </option>
        ))}
      </datalist>
      <Button type="submit" disabled={query.trim() === ''}>
        Add
      </Button>
      <p className={css.said} role="status">
        {said}
      </p>
    </form>
  )
}

function placeFor(selected: OutlineItem | undefined): { groupId?: string; connectFrom?: string } {
  if (selected?.type === 'boundary') return { groupId: selected.id }
  return selected?.type === 'component' ? { connectFrom: selected.id } : {}
}
