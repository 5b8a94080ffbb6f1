/** Judges or reads what somebody sent, by the host's policy. Runs in the worker: a long text takes a while. */
import { rulesUnder } from '#shared/checker/apply-policy.ts'
import { checkDesign, type CheckFailure } from '#shared/checker/check-design.ts'
import { judgeDocument } from '#shared/checker/judge-document.ts'
import { judgementJson, type JudgementJson } from '#shared/checker/judgement-json.ts'
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import { rules as ownRules } from '#shared/checker/rules/index.ts'
import { designOf } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { loadPacks, type Packs } from '../policy/bench.ts'
import type { HostPolicy } from '../policy/host-policy.ts'
import { hostLimits } from '../policy/pack-limits.ts'
import { packFailure } from '../policy/pack-failure.ts'
import type {
  DrawingJob,
  JudgeJob,
  LoadedPacks,
  PacksJob,
  UnderstandJob,
  Understood,
} from './jobs.ts'

export async function judgeText({ file, text, today, host }: JudgeJob): Promise<JudgementJson> {
  const packs = await packsOf(host)
  const rules = [...ownRules, ...packs.rules]
  const judged = judgeDocument(text, { today, policy: host.policy, rules })
  const failures = [...failuresOf(packs), ...judged.failures]
  return judgementJson({ ...judged, failures, file })
}

export async function describePacks({ host }: PacksJob): Promise<LoadedPacks> {
  const { rules, broken, doubles } = await packsOf(host)
  return {
    rules: rules.map(({ id, title, category, why, fix, question }) => {
      return { id, title, category, why, fix, question }
    }),
    broken,
    doubles,
  }
}

export async function judgeDrawing({ graph, host }: DrawingJob): Promise<PackJudgement> {
  const packs = await packsOf(host)
  const rules = rulesUnder(host.policy, packs.rules)
  const { findings, notApplicable, failures } = checkDesign(designOf(graph), rules)
  return {
    findings,
    rules: rules.map(({ id, category }) => ({ id, category })),
    notApplicable: [...notApplicable, ...failures.map(({ rule }) => rule)],
    failures: [...failuresOf(packs), ...failures],
  }
}

export function understandText({ text }: UnderstandJob): Understood {
  const { design, problems } = parseDesignDocument(text)
  return { graph: design.graph, problems }
}

function failuresOf({ broken }: Packs): readonly CheckFailure[] {
  return broken.map(({ name }) => packFailure(name, 'could not be loaded'))
}

const loaded = new Map<string, Promise<Packs>>()

/** Loaded once a thread: a module that changes counts from the next one on. */
function packsOf({ file, policy }: HostPolicy): Promise<Packs> {
  const key = JSON.stringify([file, policy.packs])
  const packs = loaded.get(key) ?? loadPacks(policy.packs, file, hostLimits)
  loaded.set(key, packs)
  return packs
}
