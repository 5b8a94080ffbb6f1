/** What an arrow shows of its meaning, read from `meta` where its type and protocol lie. */
import { getArrowInfo, type Editor, type TLArrowShape } from 'tldraw'
import { edgeTypes, isEdgeType, type EdgeType } from '#shared/design/vocabulary.ts'
import { bodyOf, pointAlong, type BodyPoint } from './arrow-line.ts'

export type ArrowLine = (typeof edgeTypes)[EdgeType]['line']

/** The line of an arrow that states a type; an arrow without one keeps the dash that a person chose. */
export function lineOf(shape: TLArrowShape): ArrowLine | undefined {
  const { edgeType } = shape.meta
  return isEdgeType(edgeType) ? edgeTypes[edgeType].line : undefined
}

export function protocolOf(shape: TLArrowShape): string {
  const { protocol } = shape.meta
  const words = typeof protocol === 'string' ? protocol.trim() : ''
  return words.toLowerCase() === shape.props.text.trim().toLowerCase() ? '' : words
}

/** Where the plate with label and protocol is centred, in the arrow's own space. */
export function plateCentre(editor: Editor, shape: TLArrowShape): BodyPoint | undefined {
  const info = getArrowInfo(editor, shape)
  if (info === undefined || !info.isValid) return undefined
  return pointAlong(bodyOf(info), shape.props.labelPosition)
}
