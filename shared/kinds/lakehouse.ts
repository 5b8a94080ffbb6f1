import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'lakehouse',
  title: 'Lakehouse',
  group: 'data',
  order: 116,
  traits: ['derived', 'self-redundant'],
  icon: '<path d="M3 11 12 3l9 8M5.5 9v6h13V9M3 18.5c3-1.75 6 1.75 9 0s6 1.75 9 0M3 21.5c3-1.5 6 1.5 9 0s6 1.5 9 0"/>',
  isFor: 'Puts tables with transactions on top of a data lake, for reports and learning alike.',
  notFor: 'Small data, which a warehouse or a plain database serves with less to run.',
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
    { kind: 'bi-tool', direction: 'in', edge: 'sync' },
    { kind: 'ml-training', direction: 'out', edge: 'batch' },
  ],
  words: ['lakehouse', 'data lakehouse', 'silver layer', 'gold layer', 'table format'],
  technologies: ['Delta Lake', 'Iceberg', 'Apache Iceberg', 'Hudi', 'Apache Hudi', 'Databricks'],
})
