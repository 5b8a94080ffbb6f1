/** A judgement for programs (architecture, "Formats"): the command line and `POST /api/check` answer it. */
import type { Problem } from '#shared/exchange/problem.ts'
import type { Finding } from './define-rule.ts'
import type { Judgement } from './judge-document.ts'

export interface JudgedText extends Judgement {
  readonly file: string
  readonly title: string
  readonly problems: readonly Problem[]
}

export type JudgementJson = ReturnType<typeof judgementJson>

/** `score` is a percentage, or nothing where there was nothing to judge. */
export function judgementJson({ file, title, score, findings, waived, ...rest }: JudgedText) {
  const { notJudged, expired, problems, failures } = rest
  return {
    file,
    title,
    score: score.percent ?? null,
    categories: [...score.categories],
    notJudged: [...notJudged],
    findings: findings.map(findingJson),
    waived: waived.map(({ finding, waiver }) => ({ ...findingJson(finding), waiver })),
    expired: [...expired],
    problems: [...problems],
    failures: [...failures],
  }
}

/** Without the evidence, which only a defence rests on. */
function findingJson(finding: Finding) {
  const { subject: _, evidence: __, evidenceHash: ___, nodes, edges, answers, ...said } = finding
  return { ...said, nodes: [...nodes], edges: [...edges], answers: [...answers] }
}
