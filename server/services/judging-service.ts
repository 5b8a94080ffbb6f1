/** Judges texts and drawings for whoever asks, on a board or off, by the host's policy: nothing is kept. */
import type { RuleSummary } from '#shared/api.ts'
import { rulesUnder } from '#shared/checker/apply-policy.ts'
import type { CheckFailure } from '#shared/checker/check-design.ts'
import type { JudgementJson } from '#shared/checker/judgement-json.ts'
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import type { Graph } from '#shared/design/design.ts'
import type { PolicyAnswer } from '#shared/judging.ts'
import { Exchange, type ExchangeLimits } from './exchange/exchange.ts'
import type { JobAnswer, Understood } from './exchange/jobs.ts'
import { isRefused, tryPacks, withPacks, type HostPacks } from './host-packs.ts'
import { KeptAnswers } from './kept-answers.ts'
import { strangersIn } from './policy/bench.ts'
import type { HostPolicy } from './policy/host-policy.ts'
import { packFailure } from './policy/pack-failure.ts'

/** Short jobs. Nobody signs in to ask, so that all share one place in line. */
const limits: ExchangeLimits = {
  waiting: 16,
  perPerson: 17,
  longest: 10_000,
  memory: 512,
  idle: 30_000,
  busy: 'Other designs are being judged.',
  gaveUp: 'Judging that took more than ten seconds.',
}

export interface JudgingParts {
  readonly host: HostPolicy
  /** Our own, as they are listed. */
  readonly rules: readonly RuleSummary[]
  readonly now: () => number
  /** Tells whoever runs the server what is odd about the policy. */
  readonly warn: (sentence: string) => void
}

interface Answers {
  readonly failures: readonly CheckFailure[]
}

export class JudgingService {
  private readonly exchange: Exchange
  private readonly packs: Promise<HostPacks>
  private readonly drawings: KeptAnswers<PackJudgement>
  /** Rules and packs of which the log tells already that they broke. */
  private readonly told = new Set<string>()

  constructor(private readonly parts: JudgingParts) {
    this.exchange = new Exchange(limits)
    this.drawings = new KeptAnswers(parts.now)
    this.packs = this.prepare()
    // Who asks is told; before anybody asks, nobody has to be.
    this.packs.catch(() => undefined)
  }

  async judge(file: string, text: string): Promise<JudgementJson> {
    const today = new Date(this.parts.now()).toISOString().slice(0, 10)
    return this.withPacks(async (host) => {
      const answer = await this.exchange.run('', { type: 'judge', file, text, today, host })
      return answer.type === 'judged' ? answer.judgement : strange(answer)
    })
  }

  /** What the rules of packs find in a drawing. */
  judgeDrawing(graph: Graph): Promise<PackJudgement> {
    const ask = async (host: HostPolicy) => {
      if (host.policy.packs.length === 0) return nothingPacked
      const answer = await this.exchange.run('', { type: 'drawing', graph, host })
      return answer.type === 'drawing' ? answer.judgement : strange(answer)
    }
    return this.drawings.of(graph, () => this.withPacks(ask))
  }

  async understand(text: string): Promise<Understood> {
    const answer = await this.exchange.run('', { type: 'understand', text })
    return answer.type === 'understood' ? answer.understood : strange(answer)
  }

  /** Our own and those of packs, without what the policy turns off. */
  async rules(): Promise<readonly RuleSummary[]> {
    const { rules } = await this.packs
    return rulesUnder(this.parts.host.policy, [...this.parts.rules, ...rules])
  }

  /** What of the policy a page has to know. */
  get policy(): PolicyAnswer {
    const { rules, waivers, packs } = this.parts.host.policy
    return { rules, waivers, hasPacks: packs.length > 0 }
  }

  close(): Promise<void> {
    return this.exchange.close()
  }

  private async prepare(): Promise<HostPacks> {
    const { host, rules, warn } = this.parts
    const packs = await tryPacks(this.exchange, host, warn)
    const known = [...rules, ...packs.rules]
    for (const sentence of strangersIn(host.policy, host.file, known)) warn(sentence)
    return packs
  }

  /** What packs break or hold up beyond the thread's limits is judged once more without them. */
  private async withPacks<T extends Answers>(judge: (host: HostPolicy) => Promise<T>): Promise<T> {
    const { host, failures } = await this.packs
    const { packs } = host.policy
    try {
      const answer = await judge(host)
      this.tell(answer.failures)
      return named(answer, failures)
    } catch (error) {
      if (packs.length === 0 || isRefused(error)) throw error
      const why = error instanceof Error ? error.message : String(error)
      this.parts.warn(`A design was judged without ${packs.join(', ')}: ${why}`)
      const left = packs.map((pack) => packFailure(pack, 'was left out for this design'))
      return named(await judge(withPacks(host, [])), [...failures, ...left])
    }
  }

  /** Once for each: a rule that breaks breaks at every pause of everybody who draws. */
  private tell(failures: readonly CheckFailure[]): void {
    for (const { rule, message } of failures) {
      if (!this.told.has(rule)) this.parts.warn(`The rule ${rule} broke: ${message}`)
      this.told.add(rule)
    }
  }
}

const nothingPacked: PackJudgement = { findings: [], rules: [], notApplicable: [], failures: [] }

function named<T extends Answers>(answer: T, failures: readonly CheckFailure[]): T {
  return { ...answer, failures: [...failures, ...answer.failures] }
}

function strange(answer: JobAnswer): never {
  throw new Error(`The exchange answered another question: ${answer.type}`)
}
