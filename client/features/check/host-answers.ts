/** Keeps what the host said, so that findings need not wait for it, and go on when it is away. */
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import type { Graph } from '#shared/design/design.ts'
import type { PolicyAnswer } from '#shared/judging.ts'
import { maxPosted } from '#shared/posted-limits.ts'
import { RequestError } from '#client/lib/request.ts'
import type { Host } from './ask-host.ts'

/** How long the first findings wait for the policy, in milliseconds: else it comes with a later check. */
const patience = 1000

/** Answers the policy, asked for once; `undefined` while the host is away. */
export function createPolicyKeeper(host: Host): () => Promise<PolicyAnswer | undefined> {
  let known: PolicyAnswer | undefined
  let asked: Promise<void> | undefined
  const learn = async () => {
    try {
      known = await host.askPolicy()
    } catch {
      asked = undefined
    }
  }
  return async () => {
    await (asked ??= Promise.race([learn(), wait(patience)]))
    return known
  }
}

export interface PackKeeper {
  /** What was heard last, as far as it speaks of what is still drawn. */
  last(graph: Graph): PackJudgement | undefined
  /** Resolves when the host answered or is away; false where a later drawing overtook this one. */
  ask(graph: Graph): Promise<boolean>
}

export function createPackKeeper(host: Host): PackKeeper {
  let heard: PackJudgement | undefined
  let running: Promise<void> = Promise.resolve()
  let latest = 0
  const hear = async (graph: Graph) => {
    if (isTooLarge(graph)) {
      heard = undefined
      return
    }
    try {
      heard = await host.askPacks(graph)
    } catch (error) {
      // Who is busy now answers the next drawing; who is away may stay so.
      if (!(error instanceof RequestError) || error.code !== 'too_many_requests') heard = undefined
    }
  }
  return {
    last: (graph) => heard && { ...heard, findings: speakingOf(graph, heard) },
    ask: async (graph) => {
      latest += 1
      const mine = latest
      // One at a time: of the drawings that wait meanwhile only the newest is asked about.
      await running
      if (mine !== latest) return false
      running = hear(graph)
      await running
      return mine === latest
    },
  }
}

/** The host would refuse it. */
function isTooLarge({ nodes, edges, groups }: Graph): boolean {
  return (
    nodes.length > maxPosted.nodes ||
    edges.length > maxPosted.edges ||
    groups.length > maxPosted.groups
  )
}

function speakingOf({ nodes, edges }: Graph, { findings }: PackJudgement) {
  const drawn = new Set([...nodes, ...edges].map(({ id }) => id))
  return findings.filter((one) => [...one.nodes, ...one.edges].every((id) => drawn.has(id)))
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
