/** The drawing of a rule's example, so that it can be shown small beside a finding. */
import type { Graph } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'

/** Empty for a text that holds no readable diagram. */
export function exampleGraph(exampleText: string): Graph {
  return parseDesignDocument(exampleText).design.graph
}
