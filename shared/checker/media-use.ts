/** Whether a design moves pictures, films or sound, and which components carry them. */
import type { DesignNode } from '#shared/design/design.ts'
import { entitiesOf, neededOf } from './answered.ts'
import type { CheckContext } from './define-rule.ts'
import { wordsOn } from './parts.ts'
import { isSaidInAnswers } from './said.ts'

const carriers: ReadonlySet<string> = new Set(['cdn', 'transcoder', 'object-store'])
const media =
  /\b(?:videos?|films?|movies?|photos?|pictures?|images?|audio|music|songs?|podcasts?|media|recordings?|renditions?|live ?streams?|video ?streams?|uploads?|downloads?)\b/i

/** Components that deliver or keep media; none for a site whose files are its own pages. */
export function mediaCarriersOf(context: CheckContext): readonly DesignNode[] {
  const nodes = context.design.graph.nodes.filter(({ id }) => carriers.has(context.kindOf(id).id))
  const isAllMedia =
    entitiesOf(context, 'media').length > 0 ||
    isSaidInAnswers(context, media, ['functional-requirements'])
  return nodes.filter(
    (node) =>
      isAllMedia || context.kindOf(node.id).id === 'transcoder' || media.test(wordsOn(node)),
  )
}

/** Whether media are what the product is about: it encodes them, or a third of what is needed speaks of them. */
export function isAboutMedia(context: CheckContext): boolean {
  if (context.design.graph.nodes.some(({ id }) => context.kindOf(id).id === 'transcoder'))
    return true
  const needed = neededOf(context)
  const found = needed.filter(({ text }) => media.test(text)).length
  return found >= needed.length / 3
}
