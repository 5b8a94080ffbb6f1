import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
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

/** A modal dialog; render it while it is open. */
export function Dialog({ title, about, wide = false, children, onClose }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={css.veil} />
        <Radix.Content
          className={classNames(css.dialog, wide && css.wide)}
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={css.head}>
            <Radix.Title className={css.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="quiet" icon="close" aria-label="Close" />
            </Radix.Close>
          </header>
          {about !== undefined && (
            <Radix.Description className={css.about}>{about}</Radix.Description>
          )}
          <div className={css.body}>{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
