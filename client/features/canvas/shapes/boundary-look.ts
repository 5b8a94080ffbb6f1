/** How the types of boundary differ: line, hue and icon, so that none is told by colour alone. */
import type { BoundaryType } from '#shared/design/vocabulary.ts'

interface BoundaryLook {
  /** Inner markup, viewBox 0 0 24 24, stroked. */
  readonly icon: string
  /** Colour token of its line and header. */
  readonly token: string
  readonly dash: string | undefined
  readonly strokeWidth: number
  readonly radius: number
}

export const defaultBoundarySize = { w: 520, h: 320 }
export const smallestBoundarySize = { w: 160, h: 104 }
/** Height of the header, which is inside the frame and is what one drags it by. */
export const headerHeight = 30
/** Room between a boundary and what it is put around. */
export const boundaryPadding = { side: 32, top: headerHeight + 22 }

export const boundaryLooks: Record<BoundaryType, BoundaryLook> = {
  region: {
    icon: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17"/>',
    token: '--lb-family-compute',
    dash: undefined,
    strokeWidth: 2,
    radius: 16,
  },
  zone: {
    icon: '<path d="M5 4h14v6H5zM5 14h14v6H5zM8.5 7h.01M8.5 17h.01"/>',
    token: '--lb-family-edge',
    dash: '10 6',
    strokeWidth: 1.75,
    radius: 12,
  },
  network: {
    icon: '<rect x="5" y="10.5" width="14" height="9" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    token: '--lb-family-data',
    dash: '3 5',
    strokeWidth: 2,
    radius: 10,
  },
  'trust-zone': {
    icon: '<path d="M12 3l7.5 3v5.5c0 4.5-3.2 7.7-7.5 9.5-4.3-1.8-7.5-5-7.5-9.5V6z"/>',
    token: '--lb-family-coordination',
    dash: '14 5 3 5',
    strokeWidth: 1.75,
    radius: 4,
  },
}
