/** What a bare diagram could not be judged for: said once, beside its findings. */
import { sectionIds, sectionTitles } from '#shared/design/answers.ts'
import type { Design } from '#shared/design/design.ts'

/**
 * Titles of what nobody wrote down, in the order of a design document, with what the front matter would
 * say last. Empty for a design with answers: there, what is missing is a finding.
 */
export function notJudgedOf({ answers, scale }: Design): readonly string[] {
  if (answers.sections.length > 0) return []
  const titles = sectionIds.map((id) => sectionTitles[id])
  return [
    ...titles,
    ...(scale.peakQps === undefined ? ['Load'] : []),
    ...(scale.availabilityTarget === undefined ? ['Availability target'] : []),
  ]
}
