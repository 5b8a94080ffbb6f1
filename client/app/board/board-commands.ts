/** Everything that can be done on a board, as one list. What a role may not do is not in it. */
import { mayAct, mayWrite, type Membership } from '#shared/access.ts'
import type { KindSearch } from '#client/lib/use-kind-search.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { changeTheme } from '#client/ui/theme-button.tsx'
import type { BoardActions } from './board-actions.ts'
import type { Command } from './command.ts'
import type { BoardParts } from './use-board-parts.ts'

interface CommandContext {
  readonly member: Membership
  readonly parts: BoardParts
  readonly actions: BoardActions
}

type Entry = Command | false

export function boardCommands(context: CommandContext): readonly Command[] {
  const entries = [...togetherCommands(context), ...viewCommands(context), ...fileCommands(context)]
  return entries.filter((entry) => entry !== false)
}

function togetherCommands({ member, parts, actions }: CommandContext): readonly Entry[] {
  return [
    mayAct(member, 'comment') && {
      id: 'comment',
      title: 'Comment',
      group: 'Together',
      shortcut: 'c',
      words: 'thread note',
      run: actions.comment,
    },
    {
      id: 'share',
      title: 'Share',
      group: 'Together',
      words: 'invite link people role revoke leave',
      run: () => parts.setDialog('share'),
    },
    mayAct(member, 'lead') && {
      id: 'gather',
      title: 'Bring everyone here',
      group: 'Together',
      words: 'summon lead follow',
      run: actions.gather,
    },
  ]
}

function viewCommands({ parts }: CommandContext): readonly Entry[] {
  const { openTab, setDialog } = parts
  return [
    {
      id: 'palette',
      title: 'All commands',
      group: 'View',
      shortcut: 'mod+k',
      run: () => setDialog('palette'),
    },
    {
      id: 'brief',
      title: 'Show or hide the brief',
      group: 'View',
      shortcut: '[',
      words: 'scenario panel left',
      run: parts.toggleBrief,
    },
    {
      id: 'side',
      title: 'Show or hide the side panel',
      group: 'View',
      shortcut: ']',
      words: 'right',
      run: parts.toggleSide,
    },
    { id: 'findings', title: 'Findings', group: 'View', run: () => openTab('findings') },
    { id: 'comments', title: 'Comments', group: 'View', run: () => openTab('comments') },
    {
      id: 'inspect',
      title: 'Inspect the selection',
      group: 'View',
      words: 'properties',
      run: () => openTab('inspect'),
    },
    {
      id: 'outline',
      title: 'Outline',
      group: 'View',
      words: 'tree list accessible',
      run: () => openTab('outline'),
    },
    {
      id: 'mermaid',
      title: 'The board as Mermaid',
      group: 'View',
      words: 'text code edit panel',
      run: () => openTab('mermaid'),
    },
    ...lookCommands(parts),
  ]
}

function lookCommands({ setDialog }: BoardParts): readonly Entry[] {
  return [
    {
      id: 'marks',
      title: 'Show or hide the marks on the canvas',
      group: 'View',
      words: 'badges findings',
      run: () => prefer({ showsMarks: !usePreferences.getState().showsMarks }),
    },
    {
      id: 'theme',
      title: 'Change the theme',
      group: 'View',
      words: 'dark light',
      run: changeTheme,
    },
    {
      id: 'shortcuts',
      title: 'Keyboard shortcuts',
      group: 'View',
      shortcut: '?',
      words: 'help keys',
      run: () => setDialog('shortcuts'),
    },
  ]
}

/** Drawings as text, both ways. */
function textCommands({ member, parts, actions }: CommandContext): readonly Entry[] {
  const mayDraw = mayWrite(member.role, 'design')
  return [
    {
      id: 'copy-mermaid',
      title: 'Copy as Mermaid',
      group: 'File',
      words: 'export text flowchart',
      run: actions.copyMermaid,
    },
    {
      id: 'export-document',
      title: 'Download design document',
      group: 'File',
      words: 'export markdown mermaid text',
      run: actions.exportDocument,
    },
    mayDraw && {
      id: 'import-mermaid',
      title: 'Import Mermaid …',
      group: 'File',
      words: 'paste markdown flowchart diagram document',
      run: () => parts.openImport(),
    },
    mayDraw && {
      id: 'tidy-up',
      title: 'Tidy up',
      group: 'Board',
      words: 'layout arrange align selection',
      run: actions.tidyUp,
    },
  ]
}

function fileCommands(context: CommandContext): readonly Entry[] {
  const { member, parts, actions } = context
  return [
    {
      id: 'export-png',
      title: 'Export as PNG',
      group: 'File',
      words: 'image picture',
      run: () => actions.exportImage('png'),
    },
    {
      id: 'export-svg',
      title: 'Export as SVG',
      group: 'File',
      words: 'image picture',
      run: () => actions.exportImage('svg'),
    },
    {
      id: 'export-json',
      title: 'Export as a board file',
      group: 'File',
      words: 'json backup',
      run: actions.exportJson,
    },
    ...textCommands(context),
    {
      id: 'versions',
      title: 'Versions …',
      group: 'Board',
      words: 'history save restore go back compare difference',
      run: () => parts.setDialog('versions'),
    },
    {
      id: 'import',
      title: 'Import a board file as a new board',
      group: 'File',
      words: 'json',
      run: actions.importFile,
    },
    {
      id: 'rules',
      title: 'All rules',
      group: 'Board',
      words: 'checker findings help pages why',
      run: actions.rules,
    },
    { id: 'profile', title: 'Your name and colour', group: 'Board', run: actions.profile },
    { id: 'home', title: 'All boards', group: 'Board', words: 'home', run: actions.home },
    mayAct(member, 'delete_board') && {
      id: 'delete',
      title: 'Delete this board',
      group: 'Board',
      run: () => parts.setDialog('delete'),
    },
  ]
}

/** What the palette offers beyond the commands: things to insert, and components to go to. */
export function canvasCommands(handle: CanvasHandle, kinds: KindSearch): readonly Command[] {
  const inserts = handle.isReadOnly() ? [] : kinds.search('', 100)
  return [
    ...handle.graph().nodes.map(({ id, label }): Command => ({
      id: `go-${id}`,
      title: label,
      group: 'Go to',
      run: () => handle.show([id]),
    })),
    ...inserts.map(({ kind }): Command => ({
      id: `insert-${kind.id}`,
      title: kind.title,
      group: 'Insert',
      words: kinds.wordsOf(kind.id),
      run: () => void handle.addComponent({ kind: kind.id }),
    })),
  ]
}
