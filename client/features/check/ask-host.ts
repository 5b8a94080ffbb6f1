/** What whoever runs the server says to findings: the policy, and what the rules of its packs find. */
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import type { Graph } from '#shared/design/design.ts'
import type { PolicyAnswer } from '#shared/judging.ts'
import { request } from '#client/lib/request.ts'

/** Both reject with `RequestError` when there is no answer. */
export interface Host {
  askPolicy(): Promise<PolicyAnswer>
  askPacks(graph: Graph): Promise<PackJudgement>
}

export const ownHost: Host = {
  askPolicy: () => request('GET', '/api/policy'),
  askPacks: (graph) => request('POST', '/api/check/design', graph),
}
