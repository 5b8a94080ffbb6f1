import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'local-cache',
  title: 'Local cache',
  group: 'data',
  order: 26,
  traits: ['derived'],
  icon: '<rect x="3" y="3" width="18" height="18" rx="2.5"/><path d="m13 7-3.5 5.25h5L11 17.5"/>',
  isFor: 'Answers hot reads from the memory of the process itself, within microseconds.',
  notFor: 'Values that all instances must agree on: every instance has a copy of its own age.',
  properties: [
    { id: 'latencyMs', default: 0.01, source: '001:894-935 (microseconds)' },
    { id: 'hitRate', default: 50, source: 'assumed before a shared cache' },
    { id: 'ttl', default: 60, source: 'common choice' },
    { id: 'eviction', default: 'LRU' },
    { id: 'invalidation' },
    { id: 'cachePattern' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'cache' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
  ],
  words: [
    'local cache',
    'in-process cache',
    'in-memory cache',
    'l1 cache',
    'lru cache',
    'application cache',
    'memory cache',
  ],
  technologies: ['Caffeine', 'Guava Cache', 'Ehcache'],
})
