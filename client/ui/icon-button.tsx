import { Button, type ButtonProps } from './button.tsx'
import type { IconName } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  readonly icon: IconName
  /** The accessible name, shown beside it on hover and focus. */
  readonly label: string
  readonly shortcut?: string
}

export function IconButton({ label, shortcut, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <Button look={look} aria-label={label} {...rest} />
    </Tooltip>
  )
}
