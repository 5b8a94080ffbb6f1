import { useDeferredValue, useMemo, useState } from 'react'
import type { CanvasHandle, DrawingText } from '#client/lib/canvas-handle.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { TextArea } from '#client/ui/text-area.tsx'
import css from './import.module.css'
import { ProblemList } from './problem-list.tsx'
import { UpdateOffer } from './update-offer.tsx'
import { readUpdate } from './read-update.ts'
import { readDrawing, withKinds, type ReadDrawing } from './read-drawing.ts'
import { Understood } from './understood.tsx'
import { usePlacing, type Placing } from './use-placing.ts'

interface ImportDialogProps {
  readonly handle: CanvasHandle
  /** What was pasted or dropped; without it the text is asked for. */
  readonly offered: DrawingText | undefined
  readonly onClose: () => void
}

const none: ReadonlyMap<string, string> = new Map()

/** Shows what was understood of a text before any of it is on the board. */
export function ImportDialog({ handle, offered, onClose }: ImportDialogProps) {
  const [text, setText] = useState(offered?.text ?? '')
  const [chosen, setChosen] = useState(none)
  const read = useDeferredValue(text)
  const drawing = useMemo(() => (read.trim() === '' ? undefined : readDrawing(read)), [read])
  const update = useMemo(() => readUpdate(handle.graph(), read), [handle, read])
  const close = () => {
    onClose()
    setTimeout(() => handle.focus())
  }
  const placing = usePlacing(handle, close)
  const isGood =
    drawing !== undefined && drawing.graph.nodes.length + drawing.graph.groups.length > 0
  return (
    <Dialog
      wide
      title={offered?.name === undefined ? 'Import Mermaid' : `Import ${offered.name}`}
      about="A flowchart, an architecture or C4 diagram, or a Markdown document with one in it."
      onClose={close}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isGood) placing.start(drawing, withKinds(drawing.graph, chosen))
        }}
      >
        <Source text={text} isOffered={offered !== undefined && isGood} onChange={setText} />
        {drawing !== undefined && drawing.problems.length > 0 && (
          <div role="status">
            <ProblemList problems={drawing.problems} />
          </div>
        )}
        {update !== undefined && (
          <UpdateOffer handle={handle} update={update} chosen={chosen} onDone={close} />
        )}
        {isGood && (
          <Understood
            drawing={drawing}
            chosen={chosen}
            onChoose={(id, kind) => setChosen(new Map(chosen).set(id, kind))}
          />
        )}
        <Actions {...{ offered, placing, close }} drawing={isGood ? drawing : undefined} />
      </form>
    </Dialog>
  )
}

interface SourceProps {
  readonly text: string
  readonly isOffered: boolean
  readonly onChange: (text: string) => void
}

/** The text itself; folded away where it was pasted and is understood. */
function Source({ text, isOffered, onChange }: SourceProps) {
  const field = (
    <div className={css.text}>
      <TextArea
        label="Mermaid or Markdown"
        value={text}
        rows={8}
        spellCheck={false}
        placeholder={'flowchart LR\n  web[Browser] --> api[API x3] --> db[(PostgreSQL)]'}
        onChange={(event) => onChange(event.target.value)}
        {...(isOffered ? {} : { 'data-first-focus': true })}
      />
    </div>
  )
  if (!isOffered) return field
  return (
    <details className={css.details}>
      <summary>Show and edit the text</summary>
      {field}
    </details>
  )
}

interface ActionsProps {
  readonly offered: DrawingText | undefined
  readonly placing: Placing
  readonly drawing: ReadDrawing | undefined
  readonly close: () => void
}

function Actions({ offered, placing, drawing, close }: ActionsProps) {
  const asText = () => {
    close()
    offered?.asText()
  }
  return (
    <div className={css.actions}>
      <span role="status">
        {placing.isBusy && <Spinner label="Laying it out…" />}
        {placing.refusal}
      </span>
      {offered !== undefined && !placing.isBusy && <Button onClick={asText}>Paste as text</Button>}
      <Button onClick={placing.isBusy ? placing.stop : close}>
        {placing.isBusy ? 'Stop' : 'Cancel'}
      </Button>
      <Button
        type="submit"
        look="primary"
        disabled={drawing === undefined || placing.isBusy}
        {...(offered !== undefined && drawing !== undefined ? { 'data-first-focus': true } : {})}
      >
        Place on board
      </Button>
    </div>
  )
}
