/** What a heading says about everything that stands below it. */
import type { Priority, SectionId } from '#shared/design/answers.ts'

export interface HeadingMeaning {
  /** `requirements` holds functional and other ones side by side. */
  readonly section: SectionId | 'requirements'
  /** What the heading says about every item below it. */
  readonly priority?: Priority
  readonly isConstraint?: boolean
  /** A word that items lose their meaning without, e.g. "Bottleneck". */
  readonly prefix?: string
  /** Whether what stands below is told in sentences, and no item is looked for in it. */
  readonly isProse?: boolean
  /** Whether the words can also head a part of another section. */
  readonly isWeak?: boolean
}
