import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import { designAnswer, designRequest, policyAnswer } from '#shared/judging.ts'
import type { JudgingService } from '#server/services/judging-service.ts'
import { graphFrom } from '#server/services/posted-graph.ts'
import { defineBodyRoute, defineRoute, type Route } from '../define-route.ts'

/** What a page needs so that its findings obey the policy of whoever runs the server. */
export function policyRoutes(judging: JudgingService): readonly Route[] {
  const isPublic = true
  return [
    defineBodyRoute({
      method: 'post',
      path: '/api/check/design',
      summary: "Judge a drawing by the rules of the host's packs",
      isPublic,
      bodyKind: 'drawing',
      body: designRequest,
      answer: designAnswer,
      handle: async ({ body }) => {
        const judged = await judging.judgeDrawing(graphFrom(body))
        return plain(judged)
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/policy',
      summary: 'What the host turned off, weighs otherwise and waives',
      isPublic,
      answer: policyAnswer,
      handle: async () => judging.policy,
    }),
  ]
}

function plain({ findings, rules, notApplicable, failures }: PackJudgement) {
  return {
    findings: findings.map(({ subject, nodes, edges, answers, ...said }) => ({
      ...said,
      subject: [...subject],
      nodes: [...nodes],
      edges: [...edges],
      answers: [...answers],
    })),
    rules: [...rules],
    notApplicable: [...notApplicable],
    failures: [...failures],
  }
}
