/** Who draws, and how they like tldraw: kept in this browser, since it is nobody else's business. */
import { useEffect, useMemo, useState } from 'react'
import { atom, computed, createTLUser, type TLUser, type TLUserPreferences } from 'tldraw'
import type { Person } from '#shared/api.ts'

const storageKey = 'loadbearing:canvas'
const kept = ['isSnapMode', 'isWrapMode', 'isPasteAtCursorMode', 'edgeScrollSpeed'] as const

export function useCanvasUser(me: Person, isDark: boolean): TLUser {
  const [identity] = useState(() => atom('canvas identity', { me, isDark }))
  useEffect(() => {
    identity.set({ me, isDark })
  }, [identity, me, isDark])
  return useMemo(() => {
    const liked = atom<Partial<TLUserPreferences>>('canvas preferences', readLiked())
    return createTLUser({
      userPreferences: computed('canvas user', () => {
        const { me: person, isDark: dark } = identity.get()
        return {
          locale: 'en',
          ...liked.get(),
          id: person.id,
          name: person.name,
          color: person.color,
          colorScheme: dark ? 'dark' : 'light',
        }
      }),
      setUserPreferences(preferences) {
        liked.set(Object.fromEntries(kept.map((key) => [key, preferences[key]])))
        keepLiked(liked.get())
      },
    })
  }, [identity])
}

function readLiked(): Partial<TLUserPreferences> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** A full or forbidden storage costs the person a preference, not the board. */
function keepLiked(liked: Partial<TLUserPreferences>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(liked))
  } catch {
    return
  }
}
