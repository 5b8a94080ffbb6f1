/** A drawing as inference sees it, whatever notation it came in. */
export interface DrawnNode {
  readonly id: string
  /** As written; lines apart ("\n" or <br>) tell the name from what is said about it. */
  readonly label: string
  /** The notation's name of the shape; empty or absent where it says nothing. */
  readonly shape?: string
  /** Words beside the label that may tell the kind, such as the name of an icon. */
  readonly hint?: string
  /** Names that the drawer gave to boxes of one look, such as "external" or "dbNode". */
  readonly classes?: readonly string[]
  /** Id of a kind that the drawing itself states: it is kept whatever else speaks against it. */
  readonly kind?: string
  readonly groupId?: string
}

export interface DrawnEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface DrawnGroup {
  readonly id: string
  readonly label: string
  readonly parentId?: string
}
