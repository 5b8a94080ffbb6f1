/** A finding for tests, with what matters to the test put in. */
import type { Finding } from '#shared/checker/define-rule.ts'

export function exampleFinding(change: Partial<Finding>): Finding {
  return {
    id: 'rule:1',
    rule: 'rule',
    title: 'A queue has only one end',
    category: 'scalability',
    severity: 'warning',
    subject: [],
    message: 'Orders is filled, and nothing takes from it.',
    evidence: {},
    nodes: [],
    edges: [],
    answers: [],
    why: 'Messages pile up.',
    fix: 'Consider a worker.',
    question: 'What happens to a message?',
    evidenceHash: '0',
    ...change,
  }
}
