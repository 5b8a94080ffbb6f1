import { lazy, Suspense } from 'react'
import { useReadable } from '#client/lib/use-readable.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Session } from '#client/live/session.ts'
import { useKindSearch } from '#client/lib/use-kind-search.ts'
import { ensureNamed } from '../profile.ts'
import { canvasCommands } from './board-commands.ts'
import type { Command } from './command.ts'
// Not lazy: what is typed right after the shortcut must land in it, not on the canvas.
import { CommandPalette } from './command-palette.tsx'
import type { BoardParts } from './use-board-parts.ts'

const DeleteDialog = lazy(async () => ({
  default: (await import('./delete-dialog.tsx')).DeleteDialog,
}))
const ShortcutsSheet = lazy(async () => ({
  default: (await import('./shortcuts-sheet.tsx')).ShortcutsSheet,
}))
const ImportDialog = lazy(async () => ({
  default: (await import('#client/features/import/import-dialog.tsx')).ImportDialog,
}))
const ShareDialog = lazy(async () => ({
  default: (await import('#client/features/share/share-dialog.tsx')).ShareDialog,
}))

const VersionsDialog = lazy(async () => ({
  default: (await import('#client/features/history/versions-dialog.tsx')).VersionsDialog,
}))

interface BoardDialogsProps {
  readonly session: Session
  readonly handle: CanvasHandle | undefined
  readonly parts: BoardParts
  readonly commands: readonly Command[]
  readonly title: string
  readonly navigate: (path: string) => void
}

/** The dialog that is open, if one is. Its code comes with it. */
export function BoardDialogs(props: BoardDialogsProps) {
  return (
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  )
}

function OpenDialog(props: BoardDialogsProps) {
  const { session, handle, parts, commands, title, navigate } = props
  const { board } = useReadable(session.state)
  const close = () => parts.setDialog(undefined)
  const goHome = () => navigate('/')
  switch (parts.dialog) {
    case undefined:
      return null
    case 'palette':
      return <BoardPalette handle={handle} commands={commands} onClose={close} />
    case 'shortcuts':
      return <ShortcutsSheet commands={commands} onClose={close} />
    case 'share':
      return <ShareDialog board={board} me={session.me.id} onLeft={goHome} onClose={close} />
    case 'import':
      if (handle === undefined) return null
      return <ImportDialog handle={handle} offered={parts.drawingText} onClose={close} />
    case 'versions':
      return <BoardVersions session={session} onClose={close} />
    case 'delete':
      return <DeleteDialog boardId={board.id} title={title} onDeleted={goHome} onClose={close} />
    default:
      return parts.dialog satisfies never
  }
}

function BoardVersions({ session, onClose }: { session: Session; onClose: () => void }) {
  const { board } = useReadable(session.state)
  const { versions } = useReadable(session.room)
  return (
    <VersionsDialog
      {...{ board, versions, onClose }}
      records={() => session.store.allRecords()}
      ensureNamed={() => ensureNamed('Your name is shown beside the version.')}
    />
  )
}

interface BoardPaletteProps extends Pick<BoardDialogsProps, 'handle' | 'commands'> {
  readonly onClose: () => void
}

function BoardPalette({ handle, commands, onClose }: BoardPaletteProps) {
  const kinds = useKindSearch()
  const more = handle === undefined ? [] : canvasCommands(handle, kinds)
  return <CommandPalette commands={[...commands, ...more]} onClose={onClose} />
}
