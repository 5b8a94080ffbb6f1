import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'external-service',
  title: 'External service',
  group: 'outside',
  order: 10,
  traits: ['external'],
  icon: '<path d="M10 4.5H6a2 2 0 0 0-2 2V18a2 2 0 0 0 2 2h11.5a2 2 0 0 0 2-2v-4M14 3.5h6.5V10M20.5 3.5 11 13"/>',
  isFor: 'Does what somebody else runs for you: payment, e-mail, push messages, maps.',
  notFor: 'Anything without a timeout, a circuit breaker and a plan for the day it is down.',
  properties: [
    { id: 'latencyMs', default: 300, source: 'typical of a call over the internet' },
    { id: 'availability', default: 99.9, source: 'common agreement' },
    { id: 'rateLimit' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'worker', direction: 'in', edge: 'sync' },
    { kind: 'mobile-client', direction: 'out', edge: 'async' },
  ],
  words: [
    'external service',
    'third party',
    'third-party service',
    'payment provider',
    'payment gateway',
    'email provider',
    'sms provider',
    'push service',
    'push provider',
    'maps api',
    'sms gateway',
    'email service',
    'push notification service',
    'push notifications',
  ],
  technologies: ['Stripe', 'PayPal', 'Twilio', 'SendGrid', 'FCM', 'APNs', 'Google Maps'],
})
