import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'data-warehouse',
  title: 'Data warehouse',
  group: 'data',
  order: 110,
  traits: ['derived'],
  icon: '<path d="M3 21V9.5L12 3l9 6.5V21z"/><path d="M7 21v-8h10v8M7 17h10M12 13v8"/>',
  isFor: 'Answers reports and analyses over the history of the whole product.',
  notFor: 'Requests of people who use the product; it is loaded from the stores and lags behind.',
  properties: [
    { id: 'latencyMs', default: 5000, source: 'typical of an analytic query' },
    { id: 'storageGb' },
    { id: 'retentionHours' },
    { id: 'encryptedAtRest' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'batch-processor', direction: 'in', edge: 'batch' },
    { kind: 'event-stream', direction: 'in', edge: 'batch' },
    { kind: 'sql-db', direction: 'in', edge: 'batch' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
  ],
  words: ['data warehouse', 'warehouse', 'dwh', 'data mart', 'data warehousing'],
  technologies: ['Snowflake', 'BigQuery', 'Redshift', 'Synapse', 'Teradata'],
})
