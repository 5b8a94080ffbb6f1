/** Loads the panel once; whoever is about to need it calls this before it is shown. */
export function loadCommentsPanel() {
  return import('#client/features/comments/comments-panel.tsx')
}
