import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDesign } from '#shared/checker/check-design.ts'
import type { Finding } from '#shared/checker/define-rule.ts'
import type { Design } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { answerFindings, type FindingAct } from './answer-findings.ts'
import { diffDesigns } from './diff-designs.ts'
import { checkStates, countStates, type FindingState } from './finding-states.ts'
import { arbitraryWhole, reimported } from './testing/arbitrary-graphs.ts'

const read = (lb: string) =>
  parseDesignDocument(`---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x${lb}] --> api[Order service x2] --> db[(PostgreSQL)]
`).design
const single = read('1')
const sound = read('2')
const at = (time: number) => ({ at: time })
const check = (states: readonly FindingState[], design: Design, time: number) =>
  checkStates(states, { result: checkDesign(design), moment: at(time) })
const rule = 'rel-spof-data'
const on = (states: readonly FindingState[], of = rule) => states.find((one) => one.rule === of)
const act = (
  states: readonly FindingState[],
  one: Partial<FindingAct> & Pick<FindingAct, 'act'>,
) => {
  const whole = { finding: on(states)?.id ?? '', moment: { at: 5, by: 'Ada' }, reason: '', ...one }
  return answerFindings(states, [whole])
}
const first = check([], single, 1)
const defended = act(first, { act: 'defend', reason: ' A minute of loss is fine. ' }).states

/** The same finding as a rule would report it after its evidence has changed. */
const withEvidence = (design: Design, evidenceHash: string) => {
  const { findings, failures } = checkDesign(design)
  const changed = findings.map((one): Finding =>
    one.rule === rule ? { ...one, evidenceHash, evidence: { evidenceHash } } : one,
  )
  return { findings: changed, failures }
}

describe('the state of a finding', () => {
  it('is open at first, fixed when the rule stops firing, reopened when it comes back', () => {
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['open']))
    const gone = first.filter(
      ({ id }) => !checkDesign(sound).findings.some((finding) => finding.id === id),
    )
    expect(gone.length).toBeGreaterThan(0)
    const second = check(first, sound, 2)
    const third = check(second, single, 3)
    for (const { id } of gone) {
      expect(second.find((one) => one.id === id)).toMatchObject({ status: 'fixed', since: at(2) })
      expect(third.find((one) => one.id === id)).toMatchObject({ status: 'reopened', since: at(3) })
    }
    expect(on(third)).toMatchObject({ status: 'open', since: at(1) })
  })

  it('keeps a defence while what it answered stays, wherever else the design changes', () => {
    expect(on(defended)).toMatchObject({
      status: 'defended',
      since: { at: 5, by: 'Ada' },
      answer: { reason: 'A minute of loss is fine.' },
    })
    expect(on(check(defended, sound, 6))).toEqual(on(defended))
  })

  it('opens again when its evidence changes, and rests when that is taken back', () => {
    const result = withEvidence(single, 'other')
    const changed = checkStates(defended, { result, moment: at(7) })
    expect(on(changed)).toMatchObject({ status: 'reopened', since: at(7) })
    expect(on(check(changed, single, 8))).toMatchObject({ status: 'defended', since: at(8) })
    const again = act(changed, { act: 'defend', reason: 'Still fine.' }).states
    expect(on(checkStates(again, { result, moment: at(9) }))?.status).toBe('defended')
  })

  it('holds after an import with other ids, an answer included', () => {
    const imported = reimported(single, 'shape:')
    const diff = diffDesigns(single, imported)
    const result = checkDesign(imported)
    const states = checkStates(defended, { result, moment: at(7), diff })
    expect(countStates(states)).toEqual(countStates(defended))
    expect(on(states)).toMatchObject({ status: 'defended', subject: ['shape:db'] })
    expect(on(checkStates(states, { result, moment: at(8) }))?.status).toBe('defended')
  })

  it('is the same after any number of checks of one design', () => {
    fc.assert(
      fc.property(arbitraryWhole, arbitraryWhole, (earlier, later) => {
        const once = check(check([], earlier, 1), later, 2)
        expect(check(once, later, 3)).toEqual(once)
        expect(once.filter(({ status }) => status !== 'fixed').map(({ id }) => id)).toEqual(
          checkDesign(later).findings.map(({ id }) => id),
        )
      }),
      { seed: 20, numRuns: 50 },
    )
  })

  it('waits when its rule broke', () => {
    const failures = [{ rule, message: 'ouch' }]
    const states = checkStates(first, { result: { findings: [], failures }, moment: at(2) })
    expect(states.filter(({ status }) => status !== 'fixed').map((one) => one.rule)).toEqual([rule])
  })
})

describe('an answer to a finding', () => {
  it('is accepted by a reviewer, or asked back', () => {
    const accepted = act(defended, { act: 'accept' }).states
    expect(on(accepted)).toMatchObject({
      status: 'accepted',
      answer: { reason: 'A minute of loss is fine.', defendedBy: { by: 'Ada' } },
    })
    expect(on(act(accepted, { act: 'ask-back' }).states)).not.toHaveProperty('answer')
    expect(on(act(first, { act: 'set-aside', reason: 'A prototype.' }).states)?.status).toBe(
      'out-of-scope',
    )
  })

  it.each([
    ['unknown', first, { act: 'accept', finding: 'none' }],
    ['no-reason', first, { act: 'defend', reason: ' ' }],
    ['changed', first, { act: 'accept', evidenceHash: 'other' }],
    ['settled', first, { act: 'ask-back' }],
    ['fixed', first.map((one) => ({ ...one, status: 'fixed' as const })), { act: 'accept' }],
  ] as const)('is refused as %s and changes nothing', (why, states, one) => {
    const { states: after, refused } = act(states, one)
    expect(refused.map((refusal) => refusal.why)).toEqual([why])
    expect(after).toEqual(states)
  })
})
