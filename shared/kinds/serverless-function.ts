import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'serverless-function',
  title: 'Serverless function',
  group: 'compute',
  order: 30,
  traits: ['compute', 'self-redundant'],
  icon: '<path d="M5.5 3.5h3.25c.75 0 1.25.4 1.55 1.1l6 14.3c.3.7.8 1.1 1.55 1.1h1.15M11.75 8.25 6 20.5"/>',
  isFor: 'Runs a short piece of code for each event and costs nothing while idle.',
  notFor: 'Long tasks or steady heavy load; the first call after a pause starts cold.',
  properties: [
    { id: 'latencyMs', default: 50, source: 'typical of a warm call' },
    { id: 'stateful', default: false },
    { id: 'managed', default: true },
    { id: 'authn' },
    { id: 'team' },
  ],
  neighbours: [
    { kind: 'api-gateway', direction: 'in', edge: 'sync' },
    { kind: 'queue', direction: 'in', edge: 'async' },
    { kind: 'object-store', direction: 'in', edge: 'async' },
    { kind: 'key-value-db', direction: 'out', edge: 'sync' },
  ],
  words: ['serverless function', 'serverless', 'function', 'lambda', 'faas', 'edge function'],
  technologies: [
    'AWS Lambda',
    'Cloud Functions',
    'Azure Functions',
    'Cloudflare Workers',
    'Cloud Run',
  ],
})
