import { useState, type Ref } from 'react'
import { Select } from '#client/ui/select.tsx'
import css from './api-docs.module.css'
import { CallForm } from './call-form.tsx'
import type { ApiCall } from './read-document.ts'
import { sampleDesign } from './triable-calls.ts'

interface TryCallProps {
  readonly calls: readonly ApiCall[]
  readonly call: ApiCall
  readonly onChoose: (id: string) => void
  readonly ref: Ref<HTMLElement>
}

/** A place to send the public calls: nothing that can be sent from here changes anything. */
export function TryCall({ calls, call, onChoose, ref }: TryCallProps) {
  /** Stays when another call is chosen: a design is often sent to both that take one. */
  const [text, setText] = useState(sampleDesign)
  return (
    <section ref={ref} className={css.try} aria-labelledby="try">
      <h2 id="try">Try it</h2>
      <Select
        label="Call"
        value={call.id}
        options={calls.map(({ id, method, path }) => ({ value: id, title: `${method} ${path}` }))}
        onChange={onChoose}
      />
      <CallForm key={call.id} call={call} text={text} onText={setText} />
    </section>
  )
}
