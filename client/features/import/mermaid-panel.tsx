import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react'
import type { Graph } from '#shared/design/design.ts'
import { mergeGraph, type GraphMerge } from '#shared/exchange/mermaid/merge-graph.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { copyText } from '#client/lib/copy-text.ts'
import { useCanvasGraph, useIsReadOnly } from '#client/lib/use-canvas.ts'
import { Button } from '#client/ui/button.tsx'
import { toast } from '#client/ui/toasts.ts'
import { applyChanges } from './apply-changes.ts'
import { describeChanges } from './describe-changes.ts'
import css from './import.module.css'
import { ProblemList } from './problem-list.tsx'

interface Draft {
  readonly text: string
  /** The board when the first letter was changed: the text changes that one. */
  readonly base: Graph
}

/** The page as Mermaid, both ways: it follows the board until it is edited, and then waits for "Apply". */
export function MermaidPanel({ handle }: { readonly handle: CanvasHandle }) {
  const id = useId()
  const graph = useCanvasGraph(handle)
  const isReadOnly = useIsReadOnly(handle)
  const [draft, setDraft] = useState<Draft>()
  const shown = useMemo(() => writeMermaid(graph), [graph])
  const read = useDeferredValue(draft)
  const merge = useMemo(() => (read ? mergeGraph(read.base, read.text) : undefined), [read])
  const isCurrent = read === draft && merge !== undefined && !hasError(merge)
  const apply = () => {
    if (!isCurrent) return
    applyChanges(handle, merge)
    setDraft(undefined)
    toast('The board says what the text says. Undo takes it back.')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply()
  }
  return (
    <div className={css.panel}>
      <label htmlFor={id} className={css.muted}>
        {isReadOnly ? 'This page as Mermaid.' : 'This page as Mermaid. Edit it, then apply.'}
      </label>
      <textarea
        id={id}
        className={css.code}
        spellCheck={false}
        readOnly={isReadOnly}
        value={draft?.text ?? shown}
        onChange={({ target }) => setDraft({ text: target.value, base: draft?.base ?? graph })}
        onKeyDown={onKeyDown}
      />
      <div role="status">
        {merge !== undefined && <MergeNews merge={merge} isBehind={draft?.base !== graph} />}
      </div>
      <div className={css.row}>
        {draft === undefined ? (
          <Button small icon="copy" onClick={() => void copy(shown)}>
            Copy
          </Button>
        ) : (
          <>
            <Button small look="primary" disabled={!isCurrent} onClick={apply}>
              Apply
            </Button>
            <Button small onClick={() => setDraft(undefined)}>
              Back to the board
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function MergeNews({ merge, isBehind }: { merge: GraphMerge; isBehind: boolean }) {
  return (
    <>
      {merge.problems.length > 0 && <ProblemList problems={merge.problems} />}
      <p className={css.muted}>
        {hasError(merge)
          ? 'Nothing changes until this can be read.'
          : describeChanges(merge.changes)}
      </p>
      {isBehind && (
        <p className={css.muted}>The board changed meanwhile. Your changes are added to that.</p>
      )}
    </>
  )
}

function hasError({ problems }: GraphMerge): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

async function copy(text: string): Promise<void> {
  const isCopied = await copyText(text)
  if (isCopied) toast('Copied.')
  else toast('This browser did not let the page copy. Select the text instead.', 'failed')
}
