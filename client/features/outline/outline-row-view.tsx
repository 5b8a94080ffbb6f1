import { memo, useEffect, useRef, useState } from 'react'
import { classNames } from '#client/ui/class-names.ts'
import { Icon } from '#client/ui/icon.tsx'
import type { OutlineRow } from './outline-tree.ts'
import css from './outline.module.css'
import type { OutlineSign } from './outline-signs.ts'

interface OutlineRowViewProps {
  readonly row: OutlineRow
  readonly sign: OutlineSign | undefined
  readonly hasFocus: boolean
  /** Whether the person moved in the tree; until then the focus is not taken from elsewhere. */
  readonly isMoved: boolean
  readonly isSelected: boolean
  readonly isRenaming: boolean
  /** The same object in every render, so that a move draws two rows of a thousand. */
  readonly acts: OutlineRowActs
}

export interface OutlineRowActs {
  readonly focus: (row: OutlineRow) => void
  readonly toggle: (row: OutlineRow) => void
  /** `undefined` when the person gave up. */
  readonly renamed: (row: OutlineRow, label: string | undefined) => void
}

export const OutlineRowView = memo(function OutlineRowView(props: OutlineRowViewProps) {
  const { row, sign, hasFocus, isMoved, isSelected, isRenaming, acts } = props
  const { item, level, position, siblings, isOpen } = row
  const element = useRef<HTMLLIElement>(null)
  const wasRenaming = useRef(false)
  useEffect(() => {
    const { activeElement, body } = document
    const isHere = element.current?.parentElement?.contains(activeElement) === true
    // The field took the focus with it when it went.
    const isBack = wasRenaming.current && activeElement === body
    wasRenaming.current = isRenaming
    if (isRenaming || !hasFocus) return
    if (isBack || (isMoved && isHere)) element.current?.focus()
  }, [hasFocus, isMoved, isRenaming])
  return (
    <li
      ref={element}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(item.children.length === 0 ? {} : { 'aria-expanded': isOpen })}
      aria-label={[item.label, item.detail, sign?.title].filter(Boolean).join(', ')}
      tabIndex={hasFocus ? 0 : -1}
      className={classNames(css.row, isSelected && css.selected)}
      style={{ paddingLeft: `${level * 16 - 8}px` }}
      onClick={() => acts.focus(row)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        className={classNames(css.toggle, isOpen && css.open)}
        style={item.children.length === 0 ? { visibility: 'hidden' } : undefined}
        onClick={(event) => {
          event.stopPropagation()
          acts.toggle(row)
        }}
      >
        <Icon name="down" size={12} />
      </button>
      {isRenaming ? (
        <RenameField
          label={item.type === 'connection' ? '' : item.label}
          onDone={(label) => acts.renamed(row, label)}
        />
      ) : (
        <>
          <span className={css.label}>{item.label}</span>
          <span className={css.detail}>{item.detail}</span>
          {sign !== undefined && (
            <span className={css.sign} title={sign.title}>
              {sign.icon} <span className="lb-number">{sign.count}</span>
            </span>
          )}
        </>
      )}
    </li>
  )
})

interface RenameFieldProps {
  readonly label: string
  readonly onDone: (label: string | undefined) => void
}

function RenameField({ label, onDone }: RenameFieldProps) {
  const [text, setText] = useState(label)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <input
      ref={field}
      className={css.rename}
      aria-label="New label"
      value={text}
      maxLength={200}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') onDone(text)
        if (event.key === 'Escape') onDone(undefined)
      }}
    />
  )
}
