/** Figures of one component that stand in the answers: "Each worker handles 20 images/s", "99.5% by its SLA". */
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext } from './define-rule.ts'
import { wordsOn } from './parts.ts'
import { sayingsAbout, type Saying } from './said.ts'

const eachCarries =
  /\b(?:each|every|one|per)\b[^.;]{0,60}?\b(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|(?:[a-z]+\s)?[a-z]*\s?(?:\/\s?s(?:ec)?\b|(?:a|per) sec))/i
/** "1,200 requests/s per instance". */
const carriedByEach =
  /\b(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|(?:[a-z]+\s)?[a-z]*\s?(?:\/\s?s(?:ec)?\b|(?:a|per) sec\w*))\s*(?:per|for each|on each|an?) (?:\w+ )?(?:instance|node|server|pod|machine|worker|replica|process)\b/i
const availableFor =
  /\b(\d{2}(?:\.\d+)?)\s?%[^.;]{0,30}\b(?:availab\w*|uptime|sla)\b|\b(?:availab\w*|uptime|sla)\b[^.;]{0,30}?\b(\d{2}(?:\.\d+)?)\s?%/i

/** The same on a label, where it stands behind the number: "500 readings/s each". */
const carriesOnLabel =
  /\b(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|(?:[a-z]+\s)?[a-z]+\s?(?:\/\s?s(?:ec(?:ond)?)?\b|(?:a|per) sec(?:ond)?)|\/\s?s(?:ec)?\b)\s+(?:each|apiece|(?:per|a|an) (?:instance|worker|node|server|pod|replica|task|machine|consumer|process|writer|box|vm|container)\b)/i
const eachOnLabel =
  /\beach (?:one )?(?:(?:does|do|handles|takes|carries|manages|at|writes|reads|processes|serves)\s)?(?:about |up to |~\s?)?(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|(?:[a-z]+\s)?[a-z]*\s?(?:\/\s?s(?:ec(?:ond)?)?\b|(?:a|per) sec))/i

function carriedOn(node: DesignNode): number | undefined {
  const words = wordsOn(node)
  const [, digits = '', letter = ''] = carriesOnLabel.exec(words) ?? eachOnLabel.exec(words) ?? []
  const value = Number(digits.replaceAll(',', ''))
  return value > 0 ? value * ({ k: 1e3, m: 1e6 }[letter.toLowerCase()] ?? 1) : undefined
}

/** Requests, jobs or messages a second of one instance. */
export function saidCapacity(context: CheckContext, node: DesignNode): number | undefined {
  const onLabel = carriedOn(node)
  if (onLabel !== undefined) return onLabel
  return rateSaid(context, node, carriedByEach) ?? rateSaid(context, node, eachCarries)
}

function rateSaid(context: CheckContext, node: DesignNode, words: RegExp): number | undefined {
  for (const saying of sayingsAbout(context, words)) {
    if (!isAboutNode(saying, node)) continue
    const [, digits = '', letter = ''] = words.exec(saying.text) ?? []
    const value = Number(digits.replaceAll(',', ''))
    if (value > 0) return value * ({ k: 1e3, m: 1e6 }[letter.toLowerCase()] ?? 1)
  }
  return undefined
}

/** Percent; only where a failure or an estimate names the component. */
export function saidAvailability(context: CheckContext, node: DesignNode): number | undefined {
  for (const saying of sayingsAbout(context, availableFor)) {
    const isFact = ['failures', 'estimates', 'decisions', 'trade-offs'].includes(saying.section)
    if (!isFact || !isAboutNode(saying, node)) continue
    const match = availableFor.exec(saying.text)
    const value = Number(match?.[1] ?? match?.[2])
    // The target of the whole is often repeated beside a part.
    if (value > 0 && value !== context.design.scale.availabilityTarget) return value
  }
  return undefined
}

/** Named alone: a sentence about two components says about neither how much it carries. */
function isAboutNode({ nodeIds, text }: Saying, { id, label }: DesignNode): boolean {
  if (nodeIds.length > 0) return nodeIds.length === 1 && nodeIds[0] === id
  const name = label.trim().toLowerCase()
  return name.length > 3 && text.toLowerCase().includes(name)
}
