/** Kinds as classes of Mermaid, `api:::service`: the one way to say a kind that every renderer accepts. */
import { findKind } from '#shared/kinds/find-kind.ts'

/** Mermaid takes these for statements even where they only begin a name. */
const statement = /^(?:graph|flowchart|subgraph|style|class|click|call|href|end|default)\b/

/** The class that shows a kind; nothing for a kind that is not known here. */
export function classOfKind(kind: string): string | undefined {
  if (findKind(kind).id !== kind) return undefined
  return statement.test(kind) ? kind.replaceAll('-', '_') : kind
}

/** The kind that the first fitting class of a node names. */
export function kindOfClasses(classes: readonly string[]): string | undefined {
  return classes
    .flatMap((name) => [name, name.replaceAll('_', '-')])
    .find((name) => findKind(name).id === name)
}
