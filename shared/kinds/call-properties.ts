/** What a component can state for all its calls and a connection for its own: the same words in both places. */
import type { PropertyDefinition } from './define-property.ts'

export const callProperties = {
  authn: { type: 'text', title: 'Authentication', about: 'How the caller proves who it is.' },
  rateLimit: {
    type: 'number',
    title: 'Rate limit',
    unit: 'requests/min per user',
    min: 0,
    max: 1e9,
    about: 'Requests a minute that one caller may send.',
  },
  timeoutMs: {
    type: 'number',
    title: 'Timeout',
    unit: 'ms',
    min: 0,
    max: 1e8,
    about: 'How long the caller waits.',
  },
  retries: {
    type: 'number',
    title: 'Retries',
    unit: '',
    min: 0,
    max: 1000,
    about: 'How often the caller tries again.',
  },
  circuitBreaker: {
    type: 'flag',
    title: 'Circuit breaker',
    about: 'The caller stops asking for a while when too many calls fail.',
  },
  fallback: { type: 'text', title: 'Fallback', about: 'What happens when the other end is down.' },
  delivery: {
    type: 'choice',
    title: 'Delivery',
    options: ['at-most-once', 'at-least-once', 'exactly-once'],
    about: 'How often a message arrives.',
  },
  dataClass: {
    type: 'text',
    title: 'Data classes',
    about: 'What sort of data passes: money, personal, health; several with commas.',
  },
} as const satisfies Record<string, PropertyDefinition>
