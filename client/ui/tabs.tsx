import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'
import css from './tabs.module.css'

export interface Tab<T extends string> {
  readonly id: T
  readonly title: string
  /** Shown beside the title when above zero. */
  readonly count?: number
  /** Something in it that the person has not seen, in words. */
  readonly news?: string | undefined
  readonly content: ReactNode
}

interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  const choose = (id: string) => {
    const tab = tabs.find((one) => one.id === id)
    if (tab !== undefined) onChange(tab.id)
  }
  return (
    <Radix.Root className={css.tabs} value={value} onValueChange={choose}>
      <Radix.List className={css.list} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className={css.tab}>
            {tab.title}
            {tab.count !== undefined && tab.count > 0 && <Badge>{tab.count}</Badge>}
            {tab.news !== undefined && (
              <span className={css.news} role="img" aria-label={tab.news} />
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className={css.content}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
