import { expect, test } from 'vitest'
import { judgeDocument } from './judge-document.ts'

const drawing = (db: string, queue: string) =>
  `\`\`\`mermaid\nflowchart LR\n  web[Browser] --> api[Order service x3] --> db[(${db})]\n  api --> q[${queue}] --> w[Mail worker x2]\n\`\`\``

function rulesOf(operations: string, db = 'PostgreSQL + standby', queue = 'SQS queue') {
  const text = `---\npeakQps: 2400\navailabilityTarget: 99.9%\n---\n${drawing(db, queue)}\n## Operations\n- ${operations}`
  return judgeDocument(text, { today: '2026-01-01' }).findings.map(({ rule }) => rule)
}

test.each([
  'We decided against dumps, since the standby has every row.',
  'Backups: not planned. The standby is a full copy at any time.',
  'The nightly dump job will be switched off.',
])('"%s" tells that there is no backup', (told) => {
  expect(rulesOf(told)).toContain('rel-backup-missing')
})

test('what another component lacks is not held against this one', () => {
  const told =
    'PostgreSQL is dumped every night to another account. The mail worker keeps no backups.'
  expect(rulesOf(told)).not.toContain('rel-backup-missing')
})

test.each(['Failed messages are retried forever.', 'A bad message blocks the worker.'])(
  '"%s" tells of no place for what keeps failing',
  (told) => {
    expect(rulesOf(told)).toContain('rel-queue-no-dlq')
  },
)

test('a label may say what a queue is without', () => {
  expect(
    rulesOf('Dashboards.', 'PostgreSQL + standby', 'SQS without a dead-letter queue'),
  ).toContain('rel-queue-no-dlq')
  expect(
    rulesOf('Nothing is dropped: what fails five times is put into a second queue.'),
  ).not.toContain('rel-queue-no-dlq')
})
