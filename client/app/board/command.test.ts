import { expect, it } from 'vitest'
import { findCommands, isShortcut, shortcutWords, type Command } from './command.ts'

const press = { key: 'k', ctrlKey: false, metaKey: false, altKey: false }

it('tells a bare key from one with Ctrl or ⌘', () => {
  expect(isShortcut('k', press)).toBe(true)
  expect(isShortcut('mod+k', press)).toBe(false)
  expect(isShortcut('mod+k', { ...press, metaKey: true })).toBe(true)
  expect(isShortcut('k', { ...press, ctrlKey: true })).toBe(false)
  expect(isShortcut('k', { ...press, altKey: true })).toBe(false)
})

it('writes a shortcut as the machine has it', () => {
  expect(shortcutWords('mod+k', 'MacIntel')).toBe('⌘K')
  expect(shortcutWords('mod+k', 'Linux x86_64')).toBe('Ctrl K')
  expect(shortcutWords('[', 'Linux x86_64')).toBe('[')
})

function command(title: string, words = ''): Command {
  return { id: title, title, words, group: 'Board', run: () => undefined }
}

it('finds by every word, and puts first what begins with the query', () => {
  const commands = [command('Show the brief'), command('Brief', 'scenario'), command('Export')]
  expect(findCommands(commands, 'brief').map(({ title }) => title)).toEqual([
    'Brief',
    'Show the brief',
  ])
  expect(findCommands(commands, 'scenario brief')).toHaveLength(1)
  expect(findCommands(commands, '')).toHaveLength(3)
})
