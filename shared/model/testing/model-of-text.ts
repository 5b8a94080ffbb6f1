/** Models of designs that are written as documents, with the ids and labels of the document. */
import { contextOf } from '#shared/checker/check-design.ts'
import { modelOf } from '#shared/checker/model-of.ts'
import { designOf, type Scale } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { DesignModel } from '../analyse-design.ts'

/** The model of a flowchart at a scale. */
export function modelOfText(text: string, scale: Scale = {}): DesignModel {
  const { graph } = parseDesignDocument(`flowchart LR\n${text}`).design
  return modelOf(contextOf(designOf(graph, { scale })))
}
