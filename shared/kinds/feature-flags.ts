import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'feature-flags',
  title: 'Feature flags',
  group: 'coordination',
  order: 60,
  traits: [],
  icon: '<path d="M5 2.75v18.5M5 4.5h13.5l-3 4 3 4H5"/><path d="M13 17.25h5.5M16.5 15.25l2 2-2 2"/>',
  isFor: 'Turns features on for some people, and off again without a release.',
  notFor: 'Settings that never change; and flags that nobody removes afterwards.',
  properties: [
    { id: 'latencyMs', default: 1, source: 'typical when evaluated in the process' },
    { id: 'ttl' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'mobile-client', direction: 'in', edge: 'sync' },
  ],
  words: [
    'feature flags',
    'feature flag',
    'feature toggle',
    'feature toggles',
    'flag service',
    'kill switch',
    'experimentation',
    'a/b testing',
  ],
  technologies: ['LaunchDarkly', 'Unleash', 'Flagsmith', 'Optimizely', 'GrowthBook'],
})
