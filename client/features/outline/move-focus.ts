/** Where the keyboard goes in a tree (WAI-ARIA Authoring Practices, tree view pattern). Pure. */
import type { OutlineRow } from './outline-tree.ts'

export type TreeMove =
  | { readonly type: 'focus'; readonly key: string }
  | { readonly type: 'open' | 'fold'; readonly key: string }
  | undefined

/** What a key does on the row with the focus; `undefined` when it does nothing. */
export function moveFocus(rows: readonly OutlineRow[], focused: string, key: string): TreeMove {
  const at = rows.findIndex((row) => row.item.key === focused)
  const row = rows[at]
  if (row === undefined) return undefined
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[at + 1])
    case 'ArrowUp':
      return focusOn(rows[at - 1])
    case 'Home':
      return focusOn(rows[0])
    case 'End':
      return focusOn(rows.at(-1))
    case 'ArrowRight':
      return openOrEnter(row, rows[at + 1])
    case 'ArrowLeft':
      return foldOrLeave(row, rows)
    default:
      return byFirstLetters(rows, at, key)
  }
}

function focusOn(row: OutlineRow | undefined): TreeMove {
  return row === undefined ? undefined : { type: 'focus', key: row.item.key }
}

function openOrEnter(row: OutlineRow, next: OutlineRow | undefined): TreeMove {
  if (row.item.children.length === 0) return undefined
  return row.isOpen ? focusOn(next) : { type: 'open', key: row.item.key }
}

function foldOrLeave(row: OutlineRow, rows: readonly OutlineRow[]): TreeMove {
  if (row.isOpen) return { type: 'fold', key: row.item.key }
  return focusOn(rows.find(({ item }) => item.key === row.parentKey))
}

function byFirstLetters(rows: readonly OutlineRow[], at: number, key: string): TreeMove {
  if (key.length !== 1 || key === ' ') return undefined
  const letter = key.toLocaleLowerCase()
  const ordered = [...rows.slice(at + 1), ...rows.slice(0, at)]
  return focusOn(ordered.find(({ item }) => item.label.toLocaleLowerCase().startsWith(letter)))
}
