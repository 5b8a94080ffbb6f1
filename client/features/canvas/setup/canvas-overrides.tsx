/** tldraw's actions and tools without those that ask other hosts or that we do in our own way. */
import type { TLUiActionsContextType, TLUiOverrides } from 'tldraw'

const withoutActions: ReadonlySet<string> = new Set([
  'insert-embed',
  'convert-to-embed',
  'convert-to-bookmark',
  'open-cursor-chat',
  'edit-link',
  'open-embed-link',
  'toggle-debug-mode',
  'toggle-dark-mode',
  'open-kbd-shortcuts',
  'print',
])

export const canvasOverrides: TLUiOverrides = {
  actions(_editor, actions): TLUiActionsContextType {
    return Object.fromEntries(Object.entries(actions).filter(([id]) => !withoutActions.has(id)))
  },
}
