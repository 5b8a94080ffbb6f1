/**
 * What the rest of the client may ask of the canvas. The canvas feature implements it over tldraw;
 * inspector, outline, comments and findings know only this, so that the canvas can be replaced.
 */
import type { Graph, PropertyValue } from '#shared/design/design.ts'
import type { BoundaryType, EdgeType } from '#shared/design/vocabulary.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import type { ThreadAnchor } from '#shared/live.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly w: number
  readonly h: number
}

/** Where a comment is about to go: what was clicked, where, and its name in words. */
export interface Target {
  readonly anchor: ThreadAnchor
  readonly at: Point
  readonly on: string
}

export interface NewComponent {
  readonly kind: string
  readonly label?: string
  readonly technology?: string
  /** Placed beside this component and connected from it; beside the selection when absent. */
  readonly connectFrom?: string
  readonly groupId?: string
}

export interface PlacedDrawing {
  readonly graph: Graph
  /** A place for every component and boundary, in units of the page. */
  readonly geometry: Geometry
}

/** A text that was pasted or dropped and reads like a drawing in words. */
export interface DrawingText {
  readonly text: string
  /** Name of the file, when one was dropped. */
  readonly name?: string
  /** Puts it on the canvas as plain text after all. */
  readonly asText: () => void
}

/** A part that changes on its own; subscribe to as little as you show. */
export type CanvasPart = 'graph' | 'selection' | 'camera' | 'mode'

export interface CanvasHandle {
  subscribe(part: CanvasPart, listener: () => void): () => void

  /** The typed drawing of the current page; the same object until it changes. */
  graph(): Graph
  /** Ids of what is selected: components, connections, boundaries, anything else. Stable until changed. */
  selection(): readonly string[]
  isReadOnly(): boolean
  pageId(): string

  /** Position in the canvas element, in CSS pixels, for a point of the page. */
  toScreen(point: Point): Point
  /** Page coordinates; undefined for what is not there. */
  boundsOf(id: string): Box | undefined
  /** Where the components and boundaries of the current page lie, in whole units of the page. */
  places(): Geometry
  /** Whether it, or a boundary that it lies in, is locked. */
  isLocked(id: string): boolean
  /** How much of the page no graph can say: ink, pictures, notes, arrows with a loose end. */
  countLoose(): number
  /** How many more components, arrows and boundaries the page takes. */
  room(): number
  select(ids: readonly string[]): void
  /** Selects and moves the camera so that all of it is seen. */
  show(ids: readonly string[]): void
  /** All of it; on a small screen that this would make unreadable, what lies around `first`. */
  lookOver(ids: readonly string[], first?: string): void
  /** On the current page, or on another one. */
  lookAt(box: Box, pageId?: string): void
  focus(): void

  /** Edits do nothing on a read-only board. Each is one step of undo. */
  addComponent(component: NewComponent): string | undefined
  addBoundary(type: BoundaryType, label: string, around?: readonly string[]): string | undefined
  connect(from: string, to: string, type?: EdgeType): string | undefined
  changeComponent(
    id: string,
    change: { kind?: string; label?: string; technology?: string; replicas?: number },
  ): void
  changeConnection(
    id: string,
    change: { type?: EdgeType; protocol?: string; label?: string; bothWays?: boolean },
  ): void
  reverseConnection(id: string): void
  changeBoundary(id: string, change: { type?: BoundaryType; label?: string }): void
  /** `undefined` goes back to the kind's default. */
  setProperty(id: string, property: string, value: PropertyValue | undefined): void
  /** `undefined` moves it out of every boundary. */
  moveInto(id: string, groupId: string | undefined): void
  remove(ids: readonly string[]): void
  /**
   * Puts a whole drawing on the page beside what is there, selects and shows it. Ids that are free ids of
   * shapes are kept, others are made. With `keepsPlaces` it lies where its geometry says, as long as
   * nothing else does. Answers the ids of components and boundaries; nothing when the page has no room.
   */
  place(drawing: PlacedDrawing, keepsPlaces: boolean): Promise<readonly string[] | undefined>
  /** Moves and resizes what is there, in page coordinates; what is locked stays. */
  arrange(places: Geometry): void
  /** Makes whatever edits are done in `act` one step of undo. */
  asOneStep(act: () => void): void

  /** The next click on the canvas answers what it hit; Escape answers `undefined`. */
  pickTarget(): Promise<Target | undefined>
  /** The selection, or the whole page when nothing is selected. */
  exportImage(format: 'png' | 'svg'): Promise<Blob | undefined>
}
