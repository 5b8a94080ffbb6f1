/** Judges texts for whoever asks, on a board or off: nothing is kept. */
import type { JudgementJson } from '#shared/checker/judgement-json.ts'
import { Exchange, type ExchangeLimits } from './exchange/exchange.ts'
import type { Understood } from './exchange/jobs.ts'

/** Short jobs. Nobody signs in to ask, so that all share one place in line. */
const limits: ExchangeLimits = {
  waiting: 16,
  perPerson: 17,
  longest: 10_000,
  memory: 512,
  idle: 30_000,
  busy: 'Other designs are being judged.',
  gaveUp: 'Judging that text took more than ten seconds.',
}

export class JudgingService {
  private readonly exchange = new Exchange(limits)

  constructor(private readonly now: () => number) {}

  async judge(file: string, text: string): Promise<JudgementJson> {
    const today = new Date(this.now()).toISOString().slice(0, 10)
    const answer = await this.exchange.run('', { type: 'judge', file, text, today })
    if (answer.type !== 'judged') throw new Error('The exchange answered another question')
    return answer.judgement
  }

  async understand(text: string): Promise<Understood> {
    const answer = await this.exchange.run('', { type: 'understand', text })
    if (answer.type !== 'understood') throw new Error('The exchange answered another question')
    return answer.understood
  }

  close(): Promise<void> {
    return this.exchange.close()
  }
}
