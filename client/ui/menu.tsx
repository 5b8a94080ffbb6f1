import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import { classNames } from './class-names.ts'
import css from './float.module.css'
import { Icon, type IconName } from './icon.tsx'

export interface MenuItem {
  readonly id: string
  readonly title: string
  readonly icon?: IconName
  readonly shortcut?: string | undefined
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Present for one of a set that can be chosen. */
  readonly checked?: boolean
  readonly run: () => void
}

export interface MenuGroup {
  readonly title?: string
  readonly items: readonly MenuItem[]
}

interface MenuProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  /** The button that opens it. */
  readonly children: ReactElement
}

export function Menu({ label, groups, children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={classNames(css.float, css.menu)}
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          {groups.map((group, index) => (
            <Radix.Group key={group.title ?? String(index)}>
              {index > 0 && <Radix.Separator className={css.line} />}
              {group.title !== undefined && (
                <Radix.Label className={css.heading}>{group.title}</Radix.Label>
              )}
              {group.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </Radix.Group>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Item({ item }: { item: MenuItem }) {
  const className = classNames(css.item, item.danger && css.danger)
  const inside = (
    <>
      {item.icon !== undefined && <Icon name={item.icon} />}
      <span>{item.title}</span>
      {item.shortcut !== undefined && <kbd>{item.shortcut}</kbd>}
    </>
  )
  if (item.checked !== undefined)
    return (
      <Radix.CheckboxItem className={className} checked={item.checked} onSelect={() => item.run()}>
        <span className={css.mark}>{item.checked && <Icon name="check" />}</span>
        {inside}
      </Radix.CheckboxItem>
    )
  return (
    <Radix.Item className={className} disabled={item.disabled === true} onSelect={() => item.run()}>
      {inside}
    </Radix.Item>
  )
}
