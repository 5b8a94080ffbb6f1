import type { ReactNode } from 'react'
import { buttonClass } from '#client/ui/button.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import css from './message-page.module.css'

interface MessagePageProps {
  readonly title: string
  readonly text: ReactNode
  /** What can be done about it, before the way home. */
  readonly children?: ReactNode
}

/** A whole page for what cannot be shown: what happened, what is safe, what to do. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <main className={css.page}>
      <div className={css.box}>
        <h1>{title}</h1>
        <p>{text}</p>
        <div className={css.actions}>
          {children}
          <a href="/" className={buttonClass(children === undefined ? 'primary' : 'plain')}>
            Go to the home page
          </a>
        </div>
      </div>
    </main>
  )
}

export function LoadingPage({ label }: { label: string }) {
  return (
    <main className={css.page}>
      <Spinner label={label} />
    </main>
  )
}
