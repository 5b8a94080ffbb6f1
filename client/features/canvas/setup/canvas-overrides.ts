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

/** `[` and `]` fold the panels of the board. */
const otherKeys: ReadonlyMap<string, string> = new Map([
  ['bring-to-front', 'shift+]'],
  ['send-to-back', 'shift+['],
])

export const canvasOverrides: TLUiOverrides = {
  translations: {
    en: {
      'action.insert-media': 'Insert image',
      'tool.media': 'Image',
      // Said after a name when something is selected with the keyboard.
      'tool.component': 'component',
      'tool.boundary': 'boundary',
    },
  },
  actions(_editor, actions): TLUiActionsContextType {
    const kept = Object.entries(actions).filter(([id]) => !withoutActions.has(id))
    return Object.fromEntries(
      kept.map(([id, action]) => {
        const kbd = otherKeys.get(id)
        return [id, kbd === undefined ? action : { ...action, kbd }]
      }),
    )
  },
}
