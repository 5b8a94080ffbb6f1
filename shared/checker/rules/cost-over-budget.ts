import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { namesOf } from '../parts.ts'
import { isSaidInAnswers } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'cost-over-budget',
  title: 'It costs more than there is',
  category: 'cost',
  why: 'A realistic cost is one of the things that a design is judged by, and the budget was part of the question.',
  fix: 'State what each part costs a month, then make the dearest ones smaller: fewer idle instances, tiered storage, shorter retention, a CDN.',
  question: 'What does this cost a month, and which part of it most?',
  examples: {
    bad: [
      `---
peakQps: 2000
budget: $3,000 a month
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Map service x4] --> db[(Aurora)]
  %% set api costPerMonth 1800
  %% set db costPerMonth 2400`,
      `---
peakQps: 2000
budget: $5,000 a month
---
# Maps
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Map service x4] --> db[(Aurora)]
\`\`\`
## Estimates
- Total cost: $9,000 a month`,
      `---
peakQps: 2000
budget: $5,000 a month
---
# Maps
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Map service x4] --> db[(Aurora)]
\`\`\`
## Estimates
- Peak reads: 1,900 requests/s`,
    ],
    good: [
      `---
peakQps: 2000
budget: $5,000 a month
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Map service x4] --> db[(Aurora)]
  %% set api costPerMonth 1800
  %% set db costPerMonth 2400`,
      `---
peakQps: 2000
budget: $5,000 a month
---
# Maps
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Map service x4] --> db[(Aurora)]
\`\`\`
## Estimates
- Total cost: $4,200 a month`,
      `---
peakQps: 2000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Map service x4] --> db[(Aurora)]
  %% set db costPerMonth 24000`,
    ],
  },
  appliesTo: ({ design }) => design.scale.budgetPerMonth !== undefined,
  check(context) {
    const budget = context.design.scale.budgetPerMonth ?? 0
    const { cost } = modelOf(context)
    const total = Math.max(cost.atLeast, statedTotal(context) ?? 0)
    if (total > budget) return [over(context, total, budget)]
    return isUnestimated(context, total) ? [unestimated(budget)] : []
  },
})

const about = /\b(?:costs?|total|spend\w*|bill|infrastructure|price|run(?:ning)?|hosting|cloud)\b/i
const notWhole =
  /\b(?:budget|revenue|income|per (?:user|request|gb|tb|order|customer|seat)|savings?|saved?|limit|ceiling|cap|instead of|without|before|would|average order|\d+x|growth|next year|in \w+ years?|year [2-9]|later|doubled?|alternative|naive|list price|licen[cs]e fee to us)\b/i
const totals =
  /\b(?:total|overall|sum|altogether|all in all|monthly (?:cost|bill)|cost (?:per|a) month)\b/i
const speaks = /\$\s?\d|€\s?\d|£\s?\d|\b(?:usd|eur|dollars?|cost estimate)\b/i

/** The total that was written down; without one, the sum of what costs were. */
function statedTotal({ design }: CheckContext): number | undefined {
  const money = design.answers.estimates.filter(
    ({ dimension, name, text, perSeconds }) =>
      dimension === 'money' &&
      (perSeconds !== undefined || about.test(name)) &&
      !notWhole.test(text),
  )
  const named = money.filter(({ name }) => totals.test(name)).map(({ value }) => value)
  if (named.length > 0) return Math.max(...named)
  return money.length === 0 ? undefined : money.reduce((sum, { value }) => sum + value, 0)
}

function isUnestimated(context: CheckContext, total: number): boolean {
  const { answers } = context.design
  const { known } = modelOf(context).cost
  const hasEstimates = answers.sections.some(({ id, isEmpty }) => id === 'estimates' && !isEmpty)
  if (!hasEstimates || total > 0 || known.length > 0) return false
  if (answers.estimates.some(({ dimension }) => dimension === 'money')) return false
  return !isSaidInAnswers(context, speaks, [
    'estimates',
    'decisions',
    'trade-offs',
    'operations',
    'non-functional-requirements',
  ])
}

function over(context: CheckContext, total: number, budget: number): Observation {
  const { known } = modelOf(context).cost
  const dearest = known.slice(0, 3).map(({ id }) => id)
  const most = dearest.length === 0 ? '' : ` Most of it is ${namesOf(context, dearest)}.`
  return {
    subject: [answerSubject('estimates', 'cost')],
    severity: 'error',
    message: `It costs at least ${figure(total)} dollars a month, and the budget is ${figure(budget)}.${most}`,
    evidence: { total: roughly(total), budget },
    nodes: dearest,
  }
}

function unestimated(budget: number): Observation {
  return {
    subject: [answerSubject('estimates', 'cost')],
    severity: 'suggestion',
    message: `There is a budget of ${figure(budget)} dollars a month and no figure of what the design costs.`,
    evidence: { budget },
  }
}
