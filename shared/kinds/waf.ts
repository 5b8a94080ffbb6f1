import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'waf',
  title: 'Web application firewall',
  group: 'edge',
  order: 70,
  traits: ['entry', 'self-redundant'],
  icon: '<rect x="3" y="4" width="18" height="16" rx="1.5"/><path d="M3 9.33h18M3 14.67h18M12 4v5.33M7.5 9.33v5.34M16.5 9.33v5.34M12 14.67V20"/>',
  isFor: 'Turns away injection attempts, bots and floods before they reach your servers.',
  notFor: 'Replacing the checks of your own code; strict rules also stop honest requests.',
  properties: [
    { id: 'latencyMs', default: 2, source: 'typical of rule matching' },
    { id: 'rateLimit' },
    { id: 'managed', default: true },
  ],
  neighbours: [
    { kind: 'cdn', direction: 'in', edge: 'pull-through' },
    { kind: 'load-balancer', direction: 'out', edge: 'sync' },
    { kind: 'web-client', direction: 'in', edge: 'sync' },
    { kind: 'api-gateway', direction: 'out', edge: 'sync' },
  ],
  words: [
    'waf',
    'web application firewall',
    'firewall',
    'bot protection',
    'application firewall',
    'web firewall',
  ],
  technologies: ['AWS WAF', 'Azure WAF', 'Cloud Armor', 'Imperva', 'ModSecurity', 'Cloudflare'],
})
