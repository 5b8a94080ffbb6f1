import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'secret-store',
  title: 'Secret store',
  group: 'coordination',
  order: 55,
  traits: [],
  icon: '<rect x="4" y="10.5" width="16" height="10.5" rx="2"/><path d="M7.5 10.5V7.25a4.5 4.5 0 0 1 9 0v3.25M12 14.75v2.5"/>',
  isFor:
    'Hands passwords, tokens and certificates to those who may have them, and changes them often.',
  notFor: 'Ordinary settings, or secrets written into code and images as well.',
  properties: [
    { id: 'latencyMs', default: 10, source: 'typical within one region' },
    { id: 'ttl' },
    { id: 'encryptedAtRest', default: true },
    { id: 'authn' },
    { id: 'backup' },
    { id: 'zones' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'kms', direction: 'out', edge: 'sync' },
    { kind: 'ci-cd', direction: 'in', edge: 'sync' },
    { kind: 'worker', direction: 'in', edge: 'sync' },
  ],
  words: [
    'secret store',
    'secrets',
    'secret',
    'secrets manager',
    'secret manager',
    'vault',
    'key vault',
    'credential store',
    'credentials',
    'credential manager',
  ],
  technologies: [
    'HashiCorp Vault',
    'AWS Secrets Manager',
    'Azure Key Vault',
    'Google Secret Manager',
    'Doppler',
  ],
})
