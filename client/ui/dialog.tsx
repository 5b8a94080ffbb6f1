import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import css from './dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly about?: string
  readonly wide?: boolean
  readonly children: ReactNode
  readonly onClose: () => void
}

/** A modal dialog; render it while it is open. The browser's own keeps the focus and gives it back. */
export function Dialog({ title, about, wide = false, children, onClose }: DialogProps) {
  const id = useId()
  const ref = useModal(onClose)
  return (
    <dialog
      ref={ref}
      className={classNames(css.dialog, wide && css.wide)}
      aria-labelledby={id}
      // What is typed here is not for the canvas below, which listens on the whole page.
      onKeyDown={(event) => event.stopPropagation()}
      {...(about === undefined ? {} : { 'aria-describedby': `${id}-about` })}
    >
      <header className={css.head}>
        <div>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          {about !== undefined && (
            <p id={`${id}-about`} className={css.about}>
              {about}
            </p>
          )}
        </div>
        <Button look="quiet" icon="close" aria-label="Close" onClick={onClose} />
      </header>
      <div className={css.body}>{children}</div>
    </dialog>
  )
}

/**
 * Opens the dialog over everything and closes it by Escape or a click beside it. The focus goes to what
 * is marked with `data-first-focus`, else to the first control.
 */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  // Before the dialog leaves the page: the browser gives the focus back only from one that is there.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (dialog === null) return undefined
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    const onPointerDown = (event: PointerEvent) => {
      if (event.target === dialog && isBeside(dialog, event)) close.current()
    }
    dialog.addEventListener('cancel', onCancel)
    dialog.addEventListener('pointerdown', onPointerDown)
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      dialog.removeEventListener('cancel', onCancel)
      dialog.removeEventListener('pointerdown', onPointerDown)
      dialog.close()
    }
  }, [])
  return ref
}

function isBeside(dialog: HTMLDialogElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
