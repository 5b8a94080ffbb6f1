interface KindIconProps {
  /** Inner markup of the icon, from a kind: our own text, never a person's. */
  readonly markup: string
  readonly size: number
  readonly viewBox?: string
  readonly strokeWidth?: number
  readonly x?: number
  readonly y?: number
  readonly color?: string
}

/** An icon of a kind, in the colour of the text around it; also placed inside another drawing. */
export function KindIcon(props: KindIconProps) {
  const { markup, size, viewBox = '0 0 24 24', strokeWidth = 1.75, x, y, color } = props
  return (
    <svg
      aria-hidden="true"
      x={x}
      y={y}
      width={size}
      height={size}
      viewBox={viewBox}
      fill="none"
      stroke={color ?? 'currentColor'}
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  )
}
