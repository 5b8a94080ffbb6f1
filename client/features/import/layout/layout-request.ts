/** What a layout is asked for and what it answers, also between the page and its worker. */
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'

export interface LayoutNode {
  readonly id: string
  readonly w: number
  readonly h: number
  readonly groupId?: string | undefined
}

export interface LayoutGroup {
  readonly id: string
  readonly label: string
  readonly parentId?: string | undefined
}

export interface LayoutEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[]
  readonly groups: readonly LayoutGroup[]
  readonly edges: readonly LayoutEdge[]
  /** As Mermaid says it: `LR`, `TB`, `RL`, `BT`; `TD` is `TB`. */
  readonly direction: string
  /** By id of a node or a group: what stays where it is. */
  readonly pinned: Geometry
}
