/** What one person likes, kept in this browser alone: theme, panels, marks on the canvas. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export type SideTab = 'findings' | 'comments' | 'inspect' | 'outline' | 'mermaid'

export interface Preferences {
  readonly theme: Theme
  readonly isBriefOpen: boolean
  readonly isSideOpen: boolean
  readonly sideTab: SideTab
  /** CSS pixels, 320 to 400. */
  readonly sideWidth: number
  readonly showsMarks: boolean
  /** Whether the score says where it comes from; absent until somebody chose. */
  readonly showsScore?: boolean
  readonly findingsBy: 'category' | 'component'
  /** Whether what is typed as Mermaid changes the board at every pause. */
  readonly isTextLive: boolean
  /** Whether a board asks for the name of somebody who has none. */
  readonly isAskedForName: boolean
}

const initial: Preferences = {
  theme: 'system',
  isBriefOpen: true,
  isSideOpen: true,
  sideTab: 'findings',
  sideWidth: 376,
  showsMarks: true,
  findingsBy: 'category',
  isTextLive: true,
  isAskedForName: true,
}

/** The key is read by `public/theme.js` too, before the first paint. */
export const usePreferences = create<Preferences>()(
  persist(() => initial, { name: 'loadbearing', version: 1 }),
)

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
}

/** Keeps `data-theme` of the page equal to what is preferred; answers how to stop. */
export function followTheme(root: HTMLElement): () => void {
  const apply = ({ theme }: Preferences) => {
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }
  apply(usePreferences.getState())
  return usePreferences.subscribe(apply)
}
