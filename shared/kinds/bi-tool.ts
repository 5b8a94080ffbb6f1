import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'bi-tool',
  title: 'BI tool',
  group: 'observability',
  order: 50,
  traits: ['watches'],
  icon: '<circle cx="12" cy="12" r="9"/><path d="M12 3v9l6.5 6.25M12 12h9"/>',
  isFor: 'Lets people of the business ask questions and make reports without a programmer.',
  notFor: 'Reading from the database that serves the product; it reads from a warehouse.',
  properties: [{ id: 'managed' }, { id: 'team' }],
  neighbours: [
    { kind: 'data-warehouse', direction: 'out', edge: 'sync' },
    { kind: 'olap-db', direction: 'out', edge: 'sync' },
    { kind: 'lakehouse', direction: 'out', edge: 'sync' },
  ],
  words: [
    'bi tool',
    'bi',
    'business intelligence',
    'reporting tool',
    'reports',
    'reporting',
    'bi dashboard',
    'analytics dashboard',
  ],
  technologies: [
    'Tableau',
    'Power BI',
    'Looker',
    'Metabase',
    'Superset',
    'Apache Superset',
    'QuickSight',
    'Qlik',
    'Redash',
  ],
})
