/**
 * Searching the kinds by all their names, for fields that do. Those names are loaded when the first such
 * field opens; until they are there, titles are searched.
 */
import { useEffect, useState } from 'react'
import type { PaletteKind } from '#shared/kinds/define-kind.ts'
import type { KindMatch } from '#shared/kinds/find-kind.ts'
import { palette } from '#shared/kinds/palette.ts'

export type PaletteMatch = Pick<KindMatch, 'label' | 'technology'> & { readonly kind: PaletteKind }

export interface KindSearch {
  readonly search: (query: string, limit?: number) => readonly PaletteMatch[]
  /** Words that a kind is found by beside its title. */
  readonly wordsOf: (kindId: string) => string
  /** What a kind is for; `undefined` until that is loaded. */
  readonly purposeOf: (kindId: string) => string | undefined
}

const titlesAlone: KindSearch = {
  search(query, limit = 12) {
    const word = query.trim().toLowerCase()
    return palette
      .filter(({ title }) => title.toLowerCase().includes(word))
      .slice(0, limit)
      .map((kind) => ({ kind, label: kind.title }))
  },
  wordsOf: () => '',
  purposeOf: () => undefined,
}

let loaded: KindSearch | undefined

export function useKindSearch(): KindSearch {
  const [search, setSearch] = useState(loaded ?? titlesAlone)
  useEffect(() => {
    let isGone = false
    // Without the network the titles stay enough to go on with.
    load().then(
      (all) => (isGone ? undefined : setSearch(all)),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [])
  return search
}

async function load(): Promise<KindSearch> {
  if (loaded !== undefined) return loaded
  const { findKind, searchKinds } = await import('#shared/kinds/find-kind.ts')
  loaded = {
    search: searchKinds,
    wordsOf: (kindId) => {
      const { words, technologies } = findKind(kindId)
      return [...words, ...technologies].join(' ')
    },
    purposeOf: (kindId) => findKind(kindId).isFor,
  }
  return loaded
}
