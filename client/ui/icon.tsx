/** The interface's own icons: 24 × 24, one stroke weight, drawn in the colour of the text around them. */
import type { ReactNode } from 'react'

const icons = {
  plus: <path d="M12 5v14M5 12h14" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  back: <path d="M19 12H5m6-6-6 6 6 6" />,
  forward: <path d="M5 12h14m-6-6 6 6-6 6" />,
  down: <path d="m6 9 6 6 6-6" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  share: <path d="M12 15V4m-4 4 4-4 4 4M5 12v7h14v-7" />,
  link: (
    <path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3" />
  ),
  copy: <path d="M9 9h11v11H9zM5 15H4V4h11v1" />,
  trash: <path d="M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3" />,
  edit: <path d="m4 20 1-4L16 5l3 3L8 19l-4 1Z" />,
  comment: <path d="M4 5h16v11H11l-5 4v-4H4z" />,
  finding: <path d="M9 11l2 2 4-4M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z" />,
  inspect: <path d="M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M7 14.5v5" />,
  outline: <path d="M4 6h5M8 12h12M8 18h12M4 6v12h2M4 12h2" />,
  brief: <path d="M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5" />,
  people: (
    <path d="M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6M18 14a6.5 6.5 0 0 1 3.5 6" />
  ),
  sun: (
    <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5" />
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" />,
  system: <path d="M3 5h18v11H3zM9 20h6M12 16v4" />,
  export: <path d="M12 4v11m-4-4 4 4 4-4M5 20h14" />,
  import: <path d="M12 15V4m-4 4 4-4 4 4M5 20h14" />,
  keyboard: <path d="M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.8-4.8" />,
  device: <path d="M7 2.5h10v19H7zM11 18.5h2" />,
  clock: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2" />,
  eye: (
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" />
  ),
  resolve: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12.5l2.8 2.8L16 9.5" />,
  reply: <path d="M10 8 5 13l5 5M5 13h9a5 5 0 0 0 5-5V6" />,
  gather: (
    <path d="M12 12h.01M4 4l5 5M20 4l-5 5M4 20l5-5M20 20l-5-5M9 5v4H5M15 5v4h4M9 19v-4H5M15 19v-4h4" />
  ),
  leave: <path d="M14 4H5v16h9M10 12h11m-4-4 4 4-4 4" />,
  cloud: <path d="M7 18a4.5 4.5 0 0 1-.5-9A6 6 0 0 1 18 10a4 4 0 0 1 0 8z" />,
  offline: (
    <path d="M7 18a4.5 4.5 0 0 1-.5-9M9 6.500A6 6 0 0 1 18 10a4 4 0 0 1 2.500 7M3 3l18 18" />
  ),
  practise: (
    <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 12h.01" />
  ),
  board: <path d="M3 5h18v14H3zM7 9h4v4H7zM15 12h2v3h-2zM11 11l4 2.500" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof icons

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      {icons[name]}
    </svg>
  )
}
