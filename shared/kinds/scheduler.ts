import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'scheduler',
  title: 'Scheduler',
  group: 'compute',
  order: 60,
  traits: ['compute'],
  icon: '<circle cx="12" cy="13" r="8.25"/><path d="M12 8.5V13l3 2M4.25 3.75 2.5 5.5M19.75 3.75l1.75 1.75"/>',
  isFor: 'Starts jobs at a time, at intervals or after other jobs.',
  notFor: 'Reacting at once; and two copies of it must not start one job twice.',
  properties: [{ id: 'failover', default: 'none' }, { id: 'zones' }, { id: 'managed' }],
  neighbours: [
    { kind: 'queue', direction: 'out', edge: 'async' },
    { kind: 'batch-processor', direction: 'out', edge: 'async' },
    { kind: 'worker', direction: 'out', edge: 'async' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
  ],
  words: [
    'scheduler',
    'cron',
    'cron job',
    'timer',
    'job scheduler',
    'workflow engine',
    'orchestrator',
  ],
  technologies: ['Airflow', 'Quartz', 'Temporal', 'AWS Batch', 'Luigi', 'Step Functions'],
})
