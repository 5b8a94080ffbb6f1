/**
 * Which kind of component each box of a drawing is, by label, shape, frame, neighbours and direction
 * together, how sure that is, and what else it might be. It changes nothing that the drawing states.
 */
import type { Kind } from '#shared/kinds/define-kind.ts'
import { isAboutDrawing } from './boxes.ts'
import type { DrawnEdge, DrawnGroup, DrawnNode } from './drawing.ts'
import { foreignWords } from './foreign-words.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { companyOf, type Placed } from './placed.ts'
import { readGroups, titleOfClasses, weighByGroup } from './weigh-group.ts'
import { weighByPlace } from './weigh-place.ts'
import { genericKindId, weighNode } from './weigh-node.ts'
import { heaviest } from './read-label.ts'
import { settleUnknown } from './unknown-boxes.ts'

/** Characters of a label that are read: what a thing is called stands at the beginning. */
const longestRead = 600

export type Confidence = 'sure' | 'likely' | 'unsure'

export interface InferredNode {
  /** Id of a kind; `component` for what takes part but no kind describes. */
  readonly kind: string
  /** The technology that the label names, spelled as its kind spells it; empty for none. */
  readonly technology: string
  readonly confidence: Confidence
  /** What else it may be, likeliest first; empty when nothing else comes into question. */
  readonly alternatives: readonly string[]
  /** False for a title, a legend or a note: words about the drawing, which the graph leaves out. */
  readonly isComponent: boolean
}

/** Every node once, by id, in the order given; edges whose ends are unknown are passed over. */
export function inferKinds(
  kinds: readonly Kind[],
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  groups: readonly DrawnGroup[],
): ReadonlyMap<string, InferredNode> {
  const lexicon = createLexicon(kinds)
  const titles = readGroups(lexicon, groups)
  const placed = new Map<string, Placed>()
  for (const whole of nodes) {
    const node = { ...whole, label: foreignWords(whole.label.slice(0, longestRead)) }
    const { weights, technology, isNamed } = weighNode(lexicon, node)
    const inside = { weights, isNamed, label: node.label }
    weighByGroup(lexicon, inside, titleOfClasses(lexicon, node.classes))
    weighByGroup(lexicon, inside, titles.get(node.groupId ?? ''))
    if (node.kind !== undefined) weights.set(node.kind, 2)
    placed.set(node.id, { node, weights, technology, isNamed, incoming: [], outgoing: [] })
  }
  for (const edge of edges) {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)]
    if (from === undefined || to === undefined || from === to) continue
    from.outgoing.push({ other: to, label: edge.label })
    to.incoming.push({ other: from, label: edge.label })
  }
  const company = companyOf([...placed.values()])
  for (const one of placed.values()) weighByPlace(lexicon, one, company)
  for (const one of placed.values()) settleUnknown(lexicon, one)
  const isTitled = (id: string | undefined) => titles.get(id ?? '')?.isLegend === true
  return new Map(
    [...placed].map(([id, one]) => [
      id,
      { ...inferredOf(one), ...aside(one, isTitled(one.node.groupId)) },
    ]),
  )
}

/** The same for a box of which only the label is known, its shape and its id at most. */
export function inferAlone(lexicon: Lexicon, whole: DrawnNode): InferredNode {
  const node = { ...whole, label: foreignWords(whole.label.slice(0, longestRead)) }
  const { weights, technology, isNamed } = weighNode(lexicon, node)
  return inferredOf({ node, weights, technology, isNamed, incoming: [], outgoing: [] })
}

function inferredOf({ weights, technology, isNamed }: Placed): InferredNode {
  const kind = heaviest(weights)
  const ranked = [...weights].filter(([id]) => id !== kind).sort((a, b) => b[1] - a[1])
  const best = weights.get(kind) ?? 0
  return {
    kind,
    technology,
    confidence: confidenceOf(best, ranked[0]?.[1] ?? 0, isNamed),
    alternatives: ranked
      .filter(([, weight]) => weight >= 0.3)
      .map(([id]) => id)
      .slice(0, 4),
    isComponent: true,
  }
}

function confidenceOf(best: number, next: number, isNamed: boolean): Confidence {
  if (best >= 0.84 && best - next >= 0.08 && isNamed) return 'sure'
  if (best >= 1.5) return 'sure'
  return best >= 0.6 ? 'likely' : 'unsure'
}

/** Words about the drawing take no part in it: no arrow touches them, or they stand in a legend. */
function aside(one: Placed, isInLegend: boolean): Partial<InferredNode> {
  const isAlone = one.incoming.length + one.outgoing.length === 0
  const isStated = one.node.kind !== undefined
  if (isStated || !(isInLegend || (isAlone && isAboutDrawing(one.node.label)))) return {}
  return { kind: genericKindId, isComponent: false, confidence: 'likely' }
}
