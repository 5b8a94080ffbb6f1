/** Scores of several sets side by side, as a page of Markdown. */
import type { DesignCase, DrawingCase } from './cases.ts'
import { scoreDesign, type DesignScore } from './score-design.ts'
import { acceptsExactly, scoreDrawing, type Accepts, type DrawingScore } from './score-drawing.ts'
import { shareOf, sumOf, type Tally } from './tally.ts'

export type Scores = Readonly<Record<keyof DrawingScore | keyof DesignScore, Tally>>

export interface EvaluatedSet {
  readonly title: string
  readonly scores: Scores
}

export function scoreSet(
  drawings: readonly DrawingCase[],
  designs: readonly DesignCase[],
  accepts: Accepts = acceptsExactly,
): Scores {
  const drawn = drawings.map((drawing) => scoreDrawing(drawing, accepts))
  const judged = designs.map(scoreDesign)
  const ofDrawings = (key: keyof DrawingScore) => sumOf(drawn.map((score) => score[key]))
  const ofDesigns = (key: keyof DesignScore) => sumOf(judged.map((score) => score[key]))
  return {
    imported: ofDrawings('imported'),
    nodes: ofDrawings('nodes'),
    edges: ofDrawings('edges'),
    kinds: ofDrawings('kinds'),
    soleKinds: ofDrawings('soleKinds'),
    faults: ofDesigns('faults'),
    precision: ofDesigns('precision'),
    good: ofDesigns('good'),
  }
}

const rows: readonly { key: keyof Scores; says: string; aim: string }[] = [
  { key: 'imported', says: 'drawings imported', aim: '100 %' },
  { key: 'nodes', says: 'components found', aim: '99.5 %' },
  { key: 'edges', says: 'arrows found', aim: '99 %' },
  { key: 'kinds', says: 'kind acceptable', aim: '92 %' },
  { key: 'soleKinds', says: 'kind acceptable where one alone is', aim: '90 %' },
  { key: 'faults', says: 'faults found, at the right component', aim: '90 %' },
  { key: 'precision', says: 'precision of warnings and errors', aim: '95 %' },
  { key: 'good', says: 'good designs without a false alarm', aim: '100 %' },
]

/** The last column is how much worse the second set is than the first, in points. */
export function tableOf(sets: readonly EvaluatedSet[]): string {
  const [first, second] = sets
  const head = ['', ...sets.map(({ title }) => title), 'gap', 'aim']
  const lines = rows.map(({ key, says, aim }) => {
    const gap =
      first === undefined || second === undefined
        ? ''
        : (shareOf(first.scores[key]) - shareOf(second.scores[key])).toFixed(1)
    return [says, ...sets.map(({ scores }) => cellOf(scores[key])), gap, aim]
  })
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function cellOf(tally: Tally): string {
  if (tally.tries === 0) return ''
  return `${shareOf(tally).toFixed(1)} % (${tally.hits} of ${tally.tries})`
}

/** Of one set alone: nobody looks at the misses of a half that is kept aside. */
export function missesOf({ title, scores }: EvaluatedSet): string {
  return rows
    .filter(({ key }) => key !== 'soleKinds' && key !== 'good' && scores[key].misses.length > 0)
    .map(({ key, says }) => `${title}, ${says}:\n  ${scores[key].misses.join('\n  ')}`)
    .join('\n')
}
