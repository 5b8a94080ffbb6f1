import { expect, it } from 'vitest'
import { syncWords } from './sync-words.ts'

it('says that edits are on their way until the server has them', () => {
  expect(syncWords({ sync: 'live', hasUnsentEdits: true }, true).short).toBe('Saving…')
  expect(syncWords({ sync: 'live', hasUnsentEdits: false }, true).short).toBe('Saved')
  expect(syncWords({ sync: 'live', hasUnsentEdits: false }, false).short).toBe('Live')
})

it('promises to keep edits only to whoever may make some', () => {
  const away = { sync: 'offline', hasUnsentEdits: false } as const
  expect(syncWords(away, true).long).toContain('Keep drawing')
  expect(syncWords(away, false).long).not.toContain('drawing')
})

it.each(['reconnecting', 'offline', 'refused'] as const)('shows a strip while %s', (sync) => {
  expect(syncWords({ sync, hasUnsentEdits: false }, true).isCalm).toBe(false)
})
