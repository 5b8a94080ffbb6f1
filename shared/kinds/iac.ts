import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'iac',
  title: 'Infrastructure as code',
  group: 'observability',
  order: 70,
  traits: ['watches'],
  icon: '<path d="M8 5.5 2.5 11 8 16.5M16 5.5 21.5 11 16 16.5M13.5 3.5l-3 15M5.5 20.75h13"/>',
  isFor: 'Describes machines, networks and services in files, so that they can be made again.',
  notFor: 'Changes by hand beside it, which its own record does not know.',
  properties: [{ id: 'team' }],
  neighbours: [
    { kind: 'container-platform', direction: 'out', edge: 'batch' },
    { kind: 'ci-cd', direction: 'in', edge: 'batch' },
    { kind: 'config-service', direction: 'out', edge: 'batch' },
  ],
  words: ['infrastructure as code', 'iac', 'provisioning', 'infrastructure provisioning'],
  technologies: [
    'Terraform',
    'CloudFormation',
    'Ansible',
    'Pulumi',
    'Chef',
    'Puppet',
    'AWS CDK',
    'Bicep',
    'OpenTofu',
    'Crossplane',
    'Helm',
  ],
})
