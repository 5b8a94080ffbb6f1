/** What a finding is about beside the drawing: how a section or an item of the answers is named in a subject. */
import { sectionIds, type SectionId } from '#shared/design/answers.ts'

const prefix = 'answer:'

/** The subject for a section, or for one item in it (a requirement's id, an endpoint, a name). */
export function answerSubject(section: SectionId, item?: string): string {
  return item === undefined ? prefix + section : `${prefix}${section}/${item}`
}

/** The section that a part of a subject names; `undefined` for a node or an edge. */
export function sectionOfSubject(part: string): SectionId | undefined {
  if (!part.startsWith(prefix)) return undefined
  const name = part.slice(prefix.length).split('/')[0]
  return sectionIds.find((section) => section === name)
}
