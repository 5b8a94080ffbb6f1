import { useId, useMemo, type FocusEvent, type KeyboardEvent } from 'react'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { copyText } from '#client/lib/copy-text.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { useCanvasGraph, useIsReadOnly } from '#client/lib/use-canvas.ts'
import { Button } from '#client/ui/button.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { toast } from '#client/ui/toasts.ts'
import css from './import.module.css'
import { isBehindOf } from './text-draft.ts'
import { TextState } from './text-state.tsx'
import { isWaiting, useTextDraft, type DraftActs } from './use-text-draft.ts'

/** Components and arrows from which on reading at every pause would be felt. */
const mostLive = 1500

/** The page as Mermaid, live both ways: it follows the board, and the board follows what is typed. */
export function MermaidPanel({ handle }: { readonly handle: CanvasHandle }) {
  const id = useId()
  const graph = useCanvasGraph(handle)
  const isReadOnly = useIsReadOnly(handle)
  const isWished = usePreferences((state) => state.isTextLive)
  const isTooBig = graph.nodes.length + graph.edges.length > mostLive
  const isLive = isWished && !isTooBig
  const shown = useMemo(() => writeMermaid(graph), [graph])
  const { draft: typed, acts } = useTextDraft(handle, isLive)
  // Whoever may only read by now has nothing to tell the board.
  const draft = isReadOnly ? undefined : typed
  const isBehind = useMemo(() => draft !== undefined && isBehindOf(draft, graph), [draft, graph])
  const wish = (wishes: boolean) => {
    prefer({ isTextLive: wishes })
    if (wishes && draft?.reading !== undefined && isWaiting(draft.reading)) acts.apply()
  }
  return (
    <div className={css.panel} onBlur={(event) => leave(event, acts)}>
      <div className={css.panelHead}>
        <label htmlFor={id}>This page as Mermaid</label>
        {!isReadOnly && !isTooBig && <Switch label="Live" checked={isWished} onChange={wish} />}
      </div>
      <TextOfPage {...{ id, acts, isReadOnly }} text={draft?.text ?? shown} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keeps the cursor in the text while a button in it is pressed */}
      <div className={css.state} onMouseDown={(event) => event.preventDefault()}>
        <TextState {...{ draft, acts, isLive, isBehind, isReadOnly, isTooBig }} />
        <Button small look="quiet" icon="copy" onClick={() => void copy(draft?.text ?? shown)}>
          Copy
        </Button>
      </div>
    </div>
  )
}

interface TextOfPageProps {
  readonly id: string
  readonly text: string
  readonly acts: DraftActs
  readonly isReadOnly: boolean
}

function TextOfPage({ id, text, acts, isReadOnly }: TextOfPageProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) acts.apply()
  }
  return (
    <textarea
      id={id}
      className={css.code}
      spellCheck={false}
      readOnly={isReadOnly}
      value={text}
      onFocus={() => {
        if (!isReadOnly) acts.hold()
      }}
      onChange={({ target }) => acts.type(target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Not when the whole window loses the focus: the cursor is where it was when it comes back. */
function leave({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>, acts: DraftActs): void {
  const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
  const isAway = !document.hasFocus() && currentTarget.contains(document.activeElement)
  if (!isInside && !isAway) acts.leave()
}

async function copy(text: string): Promise<void> {
  const isCopied = await copyText(text)
  if (isCopied) toast('Copied.')
  else toast('This browser did not let the page copy. Select the text instead.', 'failed')
}
