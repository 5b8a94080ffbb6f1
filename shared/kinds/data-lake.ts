import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'data-lake',
  title: 'Data lake',
  group: 'data',
  order: 114,
  traits: ['store', 'self-redundant'],
  icon: '<path d="M2.75 9.5c3.1-2 6.2 2 9.25 0s6.15 2 9.25 0M2.75 14.5c3.1-2 6.2 2 9.25 0s6.15 2 9.25 0M2.75 19.5c3.1-2 6.2 2 9.25 0s6.15 2 9.25 0M12 2.5v3.5M7.5 3.5v2M16.5 3.5v2"/>',
  isFor: 'Keeps raw data of every form at a low price until somebody knows what to ask of it.',
  notFor: 'Reports that must agree: without a catalogue it turns into a swamp.',
  properties: [
    { id: 'latencyMs', default: 100, source: 'typical of an object store' },
    { id: 'storageGb' },
    { id: 'retentionHours' },
    { id: 'encryptedAtRest' },
    { id: 'dataClass' },
    { id: 'costPerMonth' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'batch-processor', direction: 'in', edge: 'batch' },
    { kind: 'etl-pipeline', direction: 'in', edge: 'batch' },
    { kind: 'event-stream', direction: 'in', edge: 'batch' },
    { kind: 'data-warehouse', direction: 'out', edge: 'batch' },
  ],
  words: [
    'data lake',
    'datalake',
    'raw zone',
    'landing zone',
    'raw data',
    'raw storage',
    'bronze layer',
    'staging area',
  ],
  technologies: ['ADLS', 'Azure Data Lake', 'AWS Lake Formation', 'Dataplex'],
})
