/** What a component shows beyond its own props, read from `meta` where its kind's properties lie. */
import type { ComponentShape } from '#shared/design/board-schema.ts'
import type { KindGroup } from '#shared/kinds/define-kind.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'

export const defaultComponentSize = { w: 168, h: 72 }
export const smallestComponentSize = { w: 112, h: 48 }

/** As in component-card.css. */
export function cardRadius(group: KindGroup): number {
  return group === 'edge' ? 20 : 10
}

export interface ComponentFacts {
  /** Availability zones, when it is spread over more than one. */
  readonly zones: number | undefined
  readonly isManaged: boolean
  readonly asksWhoCalls: boolean
}

export function factsOf(shape: ComponentShape): ComponentFacts {
  const { zones, managed, authn } = shape.meta
  return {
    zones: typeof zones === 'number' && zones > 1 ? zones : undefined,
    isManaged: managed === true,
    asksWhoCalls: typeof authn === 'string' && authn.trim() !== '' && authn !== 'none',
  }
}

/** The grey line under the label: the technology, or the kind where the label already says it. */
export function secondLineOf({ props }: ComponentShape): string {
  const { kind, label, technology } = props
  const repeats = technology.trim().toLowerCase() === label.trim().toLowerCase()
  return repeats && label.trim() !== '' ? findInPalette(kind).title : technology
}

/** Inner markup of the small glyphs, viewBox 0 0 16 16, stroked. */
export const glyphs = {
  zones: '<rect x="2" y="5" width="8" height="8" rx="1.5"/><path d="M6 5V3h8v8h-4"/>',
  managed: '<path d="M4.5 12.5h7a2.8 2.8 0 0 0 .4-5.6A4 4 0 0 0 4.2 7.6a2.5 2.5 0 0 0 .3 4.9z"/>',
  auth: '<circle cx="8" cy="5.5" r="2.75"/><path d="M2.75 13.5a5.25 5.25 0 0 1 10.5 0"/>',
  locked:
    '<rect x="3.5" y="7" width="9" height="6.5" rx="1.5"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
} as const
