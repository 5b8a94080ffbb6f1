import type { Category } from '#shared/checker/define-rule.ts'

/** Categories as people read them. */
export const categoryTitles: Readonly<Record<Category, string>> = {
  requirements: 'Requirements',
  estimation: 'Estimation',
  api: 'API',
  data: 'Data',
  'high-level': 'Structure',
  scalability: 'Scalability',
  performance: 'Performance',
  reliability: 'Reliability',
  consistency: 'Consistency',
  security: 'Security',
  observability: 'Observability',
  cost: 'Cost',
  operations: 'Operations',
  'trade-offs': 'Trade-offs',
  'anti-patterns': 'Fit',
}
