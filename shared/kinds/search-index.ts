import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'search-index',
  title: 'Search index',
  group: 'data',
  order: 80,
  traits: ['derived'],
  icon: '<circle cx="10.5" cy="10.5" r="7"/><path d="m15.6 15.6 5.4 5.4M7.5 9h6M7.5 12h3.5"/>',
  isFor: 'Answers full-text questions with ranking, facets and tolerance for typos.',
  notFor: 'Being the source of truth; it lags behind the store that feeds it.',
  properties: [
    { id: 'capacityQps', default: 1000, source: 'assumed for one node' },
    { id: 'latencyMs', default: 100, source: '000:192-304 (results under 500)' },
    { id: 'shards', default: 1 },
    { id: 'storageGb' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'cdc', direction: 'in', edge: 'cdc' },
    { kind: 'event-stream', direction: 'in', edge: 'async' },
    { kind: 'sql-db', direction: 'in', edge: 'cdc' },
  ],
  words: ['search index', 'search engine', 'search', 'full-text search', 'inverted index'],
  technologies: ['Elasticsearch', 'OpenSearch', 'Solr', 'Algolia', 'Meilisearch', 'Typesense'],
})
