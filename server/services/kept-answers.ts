/**
 * Answers about drawings, kept for a while: everybody on a board asks about the same one at the same pause,
 * and it is judged once.
 */
import { createHash } from 'node:crypto'
import type { Graph } from '#shared/design/design.ts'

const mostKept = 64
/** In milliseconds. A pack that was held up may do better then. */
const keptFor = 60_000

interface Kept<Answer> {
  readonly answer: Promise<Answer>
  readonly at: number
}

export class KeptAnswers<Answer> {
  private readonly kept = new Map<string, Kept<Answer>>()

  constructor(private readonly now: () => number) {}

  /** What `ask` answers, or answered a moment ago or is about to answer. A refusal is not kept. */
  of(graph: Graph, ask: () => Promise<Answer>): Promise<Answer> {
    const key = keyOf(graph)
    const known = this.kept.get(key)
    if (known !== undefined && this.now() - known.at < keptFor) return known.answer
    const answer = ask()
    this.keep(key, { answer, at: this.now() })
    answer.catch(() => this.kept.delete(key))
    return answer
  }

  private keep(key: string, kept: Kept<Answer>): void {
    this.kept.delete(key)
    this.kept.set(key, kept)
    const [oldest] = this.kept.keys()
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest)
  }
}

/** Two copies of one board hold their records in different orders. */
function keyOf({ nodes, edges, groups }: Graph): string {
  const sorted = [nodes, edges, groups].map((things) =>
    [...things].sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64')
}
