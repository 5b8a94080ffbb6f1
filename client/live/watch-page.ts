/** The page's own signs of network and of being left; nothing where there is no page. */
export interface PageEvents {
  readonly online: () => void
  readonly offline: () => void
  readonly hidden: () => void
}

/** Answers how to stop. */
export function watchPage({ online, offline, hidden }: PageEvents): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {}
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  window.addEventListener('pagehide', hidden)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
    window.removeEventListener('pagehide', hidden)
    document.removeEventListener('visibilitychange', hidden)
  }
}
