/** A design judged whole. It brings all rules with it: load it when there is something to judge. */
import { applyPolicy, labelsIn, rulesUnder } from '#shared/checker/apply-policy.ts'
import { checkDesign } from '#shared/checker/check-design.ts'
import { notJudgedOf } from '#shared/checker/not-judged.ts'
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import { rules as ownRules } from '#shared/checker/rules/index.ts'
import { scoreOf } from '#shared/checker/score.ts'
import type { Design } from '#shared/design/design.ts'
import type { PolicyAnswer } from '#shared/judging.ts'
import { ownHost, type Host } from './ask-host.ts'
import { createPackKeeper, createPolicyKeeper } from './host-answers.ts'
import type { Judged } from './judged.ts'

/**
 * Tells at once what our own rules find, with what packs found last; where the host has packs it tells
 * again when they answered, unless a later design came.
 */
export type Judge = (design: Design, tell: (judged: Judged) => void) => Promise<void>

const nothingSaid: PolicyAnswer = { rules: {}, waivers: [], hasPacks: false }
const nothingPacked: PackJudgement = { findings: [], rules: [], notApplicable: [], failures: [] }

export function createJudge(host: Host = ownHost): Judge {
  const policyOf = createPolicyKeeper(host)
  const packs = createPackKeeper(host)
  let latest = 0
  return async (design, tell) => {
    latest += 1
    const mine = latest
    const policy = await policyOf()
    if (mine !== latest) return
    const judge = () => judgeBy(design, policy, packs.last(design.graph))
    tell(judge())
    if (policy?.hasPacks !== true) return
    if ((await packs.ask(design.graph)) && mine === latest) tell(judge())
  }
}

function judgeBy(
  design: Design,
  said: PolicyAnswer | undefined,
  heard: PackJudgement | undefined,
): Judged {
  const policy = said ?? nothingSaid
  const packed = heard ?? nothingPacked
  const rules = rulesUnder(policy, ownRules)
  const own = checkDesign(design, rules)
  const today = new Date().toISOString().slice(0, 10)
  const { findings, waived } = applyPolicy(
    { findings: [...own.findings, ...packed.findings] },
    policy,
    { today, labelOf: labelsIn(design) },
  )
  const notApplicable = [...own.notApplicable, ...packed.notApplicable]
  return {
    findings,
    waived,
    score: scoreOf({ ...own, findings, notApplicable }, [...rules, ...packed.rules]),
    packRules: packed.rules.map(({ id }) => id),
    notJudged: notJudgedOf(design),
    isHeard: said !== undefined && (!said.hasPacks || heard !== undefined),
  }
}
