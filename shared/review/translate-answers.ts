/** Answers as they read when the components have other ids. */
import type { Answers } from '#shared/design/answers.ts'

type IdOf = (nodeId: string) => string

export function translateAnswers(answers: Answers, idOf: IdOf): Answers {
  return {
    ...answers,
    entities: answers.entities.map((entity) => ({
      ...entity,
      storeIds: entity.storeIds.map(idOf),
    })),
    flows: withNodes(answers.flows, idOf),
    decisions: withNodes(answers.decisions, idOf),
    tradeOffs: withNodes(answers.tradeOffs, idOf),
    failures: withNodes(answers.failures, idOf),
    security: withNodes(answers.security, idOf),
    operations: withNodes(answers.operations, idOf),
    notes: withNodes(answers.notes, idOf),
  }
}

function withNodes<T extends { readonly nodeIds: readonly string[] }>(
  items: readonly T[],
  idOf: IdOf,
): readonly T[] {
  return items.map((item) => ({ ...item, nodeIds: item.nodeIds.map(idOf) }))
}
