import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'kms',
  title: 'Key management',
  group: 'coordination',
  order: 58,
  traits: ['self-redundant'],
  icon: '<rect x="3" y="3" width="18" height="16" rx="2"/><circle cx="12" cy="11" r="4"/><path d="M12 7v2M12 13v2M8 11h2M14 11h2M6.5 19v2M17.5 19v2"/>',
  isFor: 'Holds the keys that encrypt everything else, turns them over and says who used them.',
  notFor: 'Encrypting large data itself: it encrypts the keys of the data.',
  properties: [
    { id: 'latencyMs', default: 10, source: 'typical within one region' },
    { id: 'authn' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'secret-store', direction: 'in', edge: 'sync' },
    { kind: 'sql-db', direction: 'in', edge: 'sync' },
    { kind: 'object-store', direction: 'in', edge: 'sync' },
    { kind: 'service', direction: 'in', edge: 'sync' },
  ],
  words: [
    'key management',
    'kms',
    'key management service',
    'hsm',
    'hardware security module',
    'encryption keys',
    'certificate authority',
    'certificate manager',
    'pki',
  ],
  technologies: ['AWS KMS', 'Cloud KMS', 'CloudHSM', 'Cert Manager'],
})
