/** What tldraw is given once; it compares these by identity. */
import type { TLAnyShapeUtilConstructor, TLEmbedDefinition } from 'tldraw'
import { BoundaryShapeUtil } from '../shapes/boundary-shape-util.tsx'
import { ComponentShapeUtil } from '../shapes/component-shape-util.tsx'
import { TypedArrowShapeUtil } from '../shapes/typed-arrow-shape-util.tsx'

export const shapeUtils: readonly TLAnyShapeUtilConstructor[] = [
  ComponentShapeUtil,
  BoundaryShapeUtil,
  // @ts-expect-error tldraw's own arrow does not fit its types under exactOptionalPropertyTypes.
  TypedArrowShapeUtil,
]

/** No frame of another host is ever put on a board. */
export const noEmbeds: TLEmbedDefinition[] = []
