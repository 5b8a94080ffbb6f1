/**
 * The board as a tree beside the canvas: read, select, add, connect, rename and delete without a mouse
 * and without seeing it. One row has the focus; what it shows is selected on the canvas.
 */
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { useCanvasGraph, useCanvasSelection, useIsReadOnly } from '#client/lib/use-canvas.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { AddToOutline } from './add-to-outline.tsx'
import { moveFocus } from './move-focus.ts'
import { OutlineActions } from './outline-actions.tsx'
import { OutlineRowView, type OutlineRowActs } from './outline-row-view.tsx'
import { outlineOf, rowsOf, type OutlineItem } from './outline-tree.ts'
import css from './outline.module.css'
import type { OutlineSigns } from './outline-signs.ts'
import { renameItem } from './rename-item.ts'

interface OutlineProps {
  readonly handle: CanvasHandle
  readonly signs?: OutlineSigns
}

export function Outline({ handle, signs }: OutlineProps) {
  const graph = useCanvasGraph(handle)
  const selection = useCanvasSelection(handle)
  const isReadOnly = useIsReadOnly(handle)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState<string>()
  const [renaming, setRenaming] = useState<string>()
  const tree = useMemo(() => outlineOf(graph), [graph])
  const rows = useMemo(() => rowsOf(tree, folded), [tree, folded])
  const current = rows.find((row) => row.item.key === wanted) ?? rows[0]

  const acts = useMemo(
    (): OutlineRowActs => ({
      focus: ({ item }) => {
        setWanted(item.key)
        handle.select([item.id])
      },
      toggle: ({ item, isOpen }) => setFolded((keys) => withKey(keys, item.key, isOpen)),
      renamed: ({ item }, label) => {
        setRenaming(undefined)
        if (label !== undefined) renameItem(handle, item, label)
      },
    }),
    [handle],
  )
  const act = (event: KeyboardEvent, item: OutlineItem): boolean => {
    if (event.key === 'Enter') handle.show([item.id])
    else if (event.key === 'F2' && !isReadOnly) setRenaming(item.key)
    else if (event.key === 'Delete' && !isReadOnly) handle.remove([item.id])
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (current === undefined || renaming !== undefined) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveFocus(rows, current.item.key, event.key)
    const to = rows.find(({ item }) => item.key === move?.key)
    if (to !== undefined && move?.type === 'focus') acts.focus(to)
    else if (to !== undefined) acts.toggle(to)
    if (move === undefined && !act(event, current.item)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={css.outline}>
      {!isReadOnly && <AddToOutline handle={handle} selected={current?.item} />}
      {rows.length === 0 ? (
        <EmptyState
          icon="outline"
          title="Nothing drawn yet"
          text="Components, their connections and the boundaries around them are listed here."
        />
      ) : (
        <ul
          role="tree"
          aria-label="Outline of the board"
          className={css.tree}
          onKeyDown={onKeyDown}
        >
          {rows.map((row) => (
            <OutlineRowView
              key={row.item.key}
              row={row}
              sign={row.item.type === 'connection' ? undefined : signs?.get(row.item.id)}
              hasFocus={row === current}
              isMoved={wanted !== undefined}
              isSelected={selection.includes(row.item.id)}
              isRenaming={renaming === row.item.key}
              acts={acts}
            />
          ))}
        </ul>
      )}
      {current !== undefined && !isReadOnly && (
        <OutlineActions
          handle={handle}
          graph={graph}
          item={current.item}
          onRename={() => setRenaming(current.item.key)}
        />
      )}
    </div>
  )
}

function withKey(keys: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}
