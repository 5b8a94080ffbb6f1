/** A design judged whole. It brings all rules with it: load it when there is something to judge. */
import { checkDesign } from '#shared/checker/check-design.ts'
import { notJudgedOf } from '#shared/checker/not-judged.ts'
import { scoreOf } from '#shared/checker/score.ts'
import type { Design } from '#shared/design/design.ts'
import type { Judged } from './judged.ts'

export function judgeDesign(design: Design): Judged {
  const result = checkDesign(design)
  return {
    findings: result.findings,
    score: scoreOf(result),
    notJudged: notJudgedOf(design),
  }
}
