import { useEffect, useRef, useState } from 'react'
import type { CanvasHandle, DrawingText } from '#client/lib/canvas-handle.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { TextArea } from '#client/ui/text-area.tsx'
import css from './import.module.css'
import { ProblemList } from './problem-list.tsx'
import { UpdateOffer } from './update-offer.tsx'
import { withKinds, type ReadDrawing } from './read-drawing.ts'
import { Understood } from './understood.tsx'
import { usePlacing, type Placing } from './use-placing.ts'
import { useReading, type TextReading } from './use-reading.ts'

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
  const reading = useReading(handle, text)
  const drawing = reading.result?.drawing
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
        <Source
          text={text}
          isFolded={offered !== undefined && (isGood || reading.state !== 'done')}
          onChange={setText}
        />
        <Progress reading={reading} text={text} />
        <Answer {...{ handle, reading, isGood, chosen, setChosen, close }} />
        <Actions {...{ offered, placing, close }} drawing={isGood ? drawing : undefined} />
      </form>
    </Dialog>
  )
}

interface AnswerProps {
  readonly handle: CanvasHandle
  readonly reading: TextReading
  readonly isGood: boolean
  readonly chosen: ReadonlyMap<string, string>
  readonly setChosen: (chosen: ReadonlyMap<string, string>) => void
  readonly close: () => void
}

/** What was made of the text: what could not be read, what it changes here, what it says. */
function Answer({ handle, reading, isGood, chosen, setChosen, close }: AnswerProps) {
  if (reading.result === undefined) return null
  const { drawing, update } = reading.result
  return (
    <>
      {drawing.problems.length > 0 && (
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
    </>
  )
}

const example = 'flowchart LR\n  web[Browser] --> api[API x3] --> db[(PostgreSQL)]'

interface SourceProps {
  readonly text: string
  readonly isFolded: boolean
  readonly onChange: (text: string) => void
}

/** The text itself; folded away where it was pasted and is understood. */
function Source({ text, isFolded, onChange }: SourceProps) {
  // A long text takes a browser half a second to break into lines, also where nobody sees them.
  const [isOpen, setOpen] = useState(false)
  const field = (
    <div className={css.text}>
      <TextArea
        label="Mermaid or Markdown"
        value={text}
        rows={8}
        spellCheck={false}
        placeholder={example}
        onChange={(event) => onChange(event.target.value)}
        {...(isFolded ? {} : { 'data-first-focus': true })}
      />
    </div>
  )
  if (!isFolded) {
    return (
      <>
        {field}
        {text === '' && (
          <p className={css.aid}>
            Or paste it on the canvas, or drop a file there.
            <Button small look="quiet" onClick={() => onChange(example)}>
              Try an example
            </Button>
          </p>
        )}
      </>
    )
  }
  return (
    <details className={css.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show and edit the text</summary>
      {isOpen && field}
    </details>
  )
}

/** A long text is read elsewhere meanwhile; nobody has to wait for it. */
function Progress({ reading, text }: { readonly reading: TextReading; readonly text: string }) {
  if (reading.state === 'done') return null
  const isBusy = reading.state === 'busy'
  const lines = text.split('\n').length.toLocaleString('en')
  return (
    <div className={css.progress} role="status">
      {isBusy ? <Spinner label={`Reading ${lines} lines…`} /> : <p>Stopped. It is not read.</p>}
      <Button small data-first-focus onClick={isBusy ? reading.stop : reading.again}>
        {isBusy ? 'Stop reading' : 'Read it'}
      </Button>
    </div>
  )
}

interface ActionsProps {
  readonly offered: DrawingText | undefined
  readonly placing: Placing
  readonly drawing: ReadDrawing | undefined
  readonly close: () => void
}

function Actions({ offered, placing, drawing, close }: ActionsProps) {
  const submit = useRef<HTMLButtonElement>(null)
  const isReady = drawing !== undefined
  const isOffered = offered !== undefined
  // A long text is ready after the dialog took the focus; what somebody types in meanwhile keeps it.
  useEffect(() => {
    const isTyping = document.activeElement instanceof HTMLTextAreaElement
    if (isReady && isOffered && !isTyping) submit.current?.focus()
  }, [isReady, isOffered])
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
      {isOffered && !placing.isBusy && (
        <Button look="quiet" onClick={asText}>
          Paste as text
        </Button>
      )}
      <Button onClick={placing.isBusy ? placing.stop : close}>
        {placing.isBusy ? 'Stop' : 'Cancel'}
      </Button>
      <Button
        ref={submit}
        type="submit"
        look="primary"
        disabled={!isReady || placing.isBusy}
        {...(isOffered && isReady ? { 'data-first-focus': true } : {})}
      >
        Place on board
      </Button>
    </div>
  )
}
