/** Texts that were typed and not sent. They outlive a failure, a closed panel and a reload of the tab. */
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface DraftsState {
  readonly texts: Readonly<Record<string, string>>
}

export const useDrafts = create<DraftsState>()(
  persist((): DraftsState => ({ texts: {} }), {
    name: 'loadbearing-drafts',
    storage: createJSONStorage(() => sessionStorage),
  }),
)

/** An empty text forgets the draft. */
export function setDraft(key: string, text: string): void {
  useDrafts.setState(({ texts }) => {
    const others = Object.entries(texts).filter(([one]) => one !== key)
    return { texts: Object.fromEntries(text === '' ? others : [...others, [key, text]]) }
  })
}
