/**
 * A team's own policy (`loadbearing.config.json`): rules turned off, severities of its own, findings
 * accepted with a reason and, if it likes, an end. What it says is parsed here and applied elsewhere, so
 * that a page can obey it without a parser.
 */
import { z } from 'zod'
import { severities } from './define-rule.ts'

const day = z.iso.date('expects a day such as 2027-03-31')

export const waiverSchema = z.strictObject({
  /** Id of the rule. */
  rule: z.string(),
  /** Ids or labels of components; everything that the rule finds when absent. */
  components: z.array(z.string()).min(1).exactOptional(),
  reason: z.string().trim().min(1, 'expects the reason in words'),
  /** The last day on which it holds. */
  expires: day.exactOptional(),
})
export type Waiver = z.infer<typeof waiverSchema>

export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  /** By id of the rule. */
  rules: z.record(z.string(), z.enum(['off', ...severities])).default({}),
  waivers: z.array(waiverSchema).default([]),
  /** Modules of more rules, by path from the file. */
  packs: z.array(z.string()).default([]),
  /** The lowest severity that fails a run. */
  failOn: z.enum([...severities, 'never']).optional(),
})
export type Policy = z.infer<typeof policySchema>
