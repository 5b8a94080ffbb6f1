/**
 * Which kind of component a label speaks of, read alone. A drawing as a whole says more: `inferKinds`
 * looks at neighbours and frames as well.
 */
import type { Kind } from '#shared/kinds/define-kind.ts'
import { createLexicon } from './infer/lexicon.ts'
import { inferAlone } from './infer/infer-kinds.ts'

export interface InferredKind {
  readonly kind: string
  /** The technology that the label names, spelled as its kind spells it; empty for none. */
  readonly technology: string
}

export interface KindReader {
  /** `shape` and `id` are the diagram's; they decide only where the label says nothing. */
  read(label: string, shape?: string, id?: string): InferredKind
}

/** Looks the kinds' words up once; read many labels with it. */
export function createKindReader(kinds: readonly Kind[]): KindReader {
  const lexicon = createLexicon(kinds)
  return {
    read: (label, shape = '', id = '') => inferAlone(lexicon, { id, label, shape }),
  }
}
