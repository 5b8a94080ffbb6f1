import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import css from './toast.module.css'
import { dismissToast, useToasts } from './toasts.ts'

/** Where toasts appear; once a page. Failures interrupt a screen reader, the rest waits its turn. */
export function ToastList() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <section className={css.toasts} aria-label="Messages">
      {toasts.map((one) => (
        <div
          key={one.id}
          className={classNames(css.toast, one.tone === 'failed' && css.failed)}
          role={one.tone === 'failed' ? 'alert' : 'status'}
        >
          <span>{one.text}</span>
          <Button
            look="quiet"
            small
            icon="close"
            aria-label="Dismiss"
            onClick={() => dismissToast(one.id)}
          />
        </div>
      ))}
    </section>
  )
}
