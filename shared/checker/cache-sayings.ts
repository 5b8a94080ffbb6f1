/** What is written about a cache: on it, on its arrows, and in the sentences that speak of it or of caching. */
import { sectionIds, type SectionId } from '#shared/design/answers.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck, oncePerThing } from './once-per-check.ts'
import { wordsOf, wordsOn } from './parts.ts'
import { sayingsOf, type Saying } from './said.ts'
import { says } from './says.ts'
import { cacheKinds } from './stores.ts'

/** What people want of a product, and where a machine is lost, is not about what an entry does. */
const elsewhere: ReadonlySet<SectionId> = new Set(['functional-requirements'])
export const toldSections: readonly SectionId[] = sectionIds.filter((id) => !elsewhere.has(id))

const caching =
  /\bcach(?:e|es|ed|ing)\b|\b(?:misse[sd]?|miss|ttls?|expir\w+|stale)\b|\b(?:cache )?(?:entr(?:y|ies)|hot keys?)\b|\b(?:redis|valkey|memcached|varnish|elasticache|hazelcast)\b/i

/** Sentences about one cache, each by itself. */
export const sayingsOfCache = oncePerThing(
  (context: CheckContext, id: string): readonly Saying[] => {
    const told = cachingSayings(context).filter(
      ({ nodeIds, section, isAboutCaching }) =>
        nodeIds.includes(id) || (isAboutCaching && isOpen(context, section, nodeIds)),
    )
    return [...drawnSayings(context, id), ...told]
  },
)

/** The same as texts. */
export function textsOfCache(context: CheckContext, id: string): readonly string[] {
  return sayingsOfCache(context, id).map(({ text }) => text)
}

/** Whether any sentence about a cache says it. */
export function isSaidOfCache(context: CheckContext, id: string, words: RegExp): boolean {
  return textsOfCache(context, id).some((text) => says(text, words))
}

/** Written on the drawing: on the cache and on its arrows. */
export function drawnSayings({ index }: CheckContext, id: string): readonly Saying[] {
  const node = index.nodes.get(id)
  const arrows = [...edgesTo(index, id), ...edgesFrom(index, id)]
  const texts = [node === undefined ? '' : wordsOn(node), ...arrows.map(wordsOf)]
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({ section: 'operations', text, nodeIds: [id] }))
}

const cachingSayings = oncePerCheck((context) =>
  sayingsOf(context)
    .filter(({ section }) => toldSections.includes(section))
    .map((saying) => ({ ...saying, isAboutCaching: caching.test(saying.text) })),
)

const sharedKinds: ReadonlySet<string> = new Set([...cacheKinds, 'cdn'])

/** A sentence that names another cache is about that one; a record has its own place. */
function isOpen(context: CheckContext, section: SectionId, ids: readonly string[]): boolean {
  if (section === 'data-model') return ids.length === 0
  return !ids.some((id) => sharedKinds.has(context.kindOf(id).id))
}
