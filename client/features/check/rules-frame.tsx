import type { ReactNode } from 'react'
import { buttonClass } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import css from './rules.module.css'

interface RulesFrameProps {
  readonly back: { readonly href: string; readonly title: string }
  readonly children: ReactNode
}

/** What the pages about rules have around them. */
export function RulesFrame({ back, children }: RulesFrameProps) {
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <header className={css.top}>
          <a href={back.href} className={buttonClass('quiet')}>
            <Icon name="back" /> {back.title}
          </a>
          <ThemeButton />
        </header>
        <main>{children}</main>
      </div>
    </div>
  )
}
