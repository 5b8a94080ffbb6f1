import type { Severity } from '#shared/checker/define-rule.ts'

const shapes = {
  error: <path d="M8 0.800 15.200 8 8 15.200 0.800 8z" />,
  warning: <path d="M8 1.500 15.300 14.500H0.700z" />,
  suggestion: <circle cx="8" cy="8" r="6.200" />,
  info: (
    <path d="M8 1.800a6.200 6.200 0 1 0 0 12.400A6.200 6.200 0 1 0 8 1.800zm0 2.400a3.800 3.800 0 1 1 0 7.600a3.800 3.800 0 1 1 0-7.600z" />
  ),
} as const satisfies Record<Severity, unknown>

/** Shape first, colour second: ◆ error, ▲ warning, ● suggestion, ○ decided. */
export function SeverityIcon({ severity, size = 12 }: { severity: Severity; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={severity === 'info' ? 'var(--lb-defended)' : `var(--lb-${severity})`}
      style={{ flex: 'none' }}
    >
      {shapes[severity]}
    </svg>
  )
}
