import { useCallback, type ComponentProps } from 'react'
import { mayWrite } from '#shared/access.ts'
import { BoardCanvas } from '#client/features/canvas/board-canvas.tsx'
import { usePreferences } from '#client/lib/preferences.ts'
import { uploadImage } from '#client/lib/requests.ts'
import { useMedia } from '#client/lib/use-media.ts'
import { useReadable } from '#client/lib/use-readable.ts'
import type { Session } from '#client/live/session.ts'
import { Spinner } from '#client/ui/spinner.tsx'
import css from './board.module.css'

type CanvasPlaceProps = Omit<
  ComponentProps<typeof BoardCanvas>,
  'session' | 'isReadOnly' | 'isDark' | 'uploadImage'
> & { readonly session: Session }

/** The canvas, once there is a board to draw. */
export function CanvasPlace({ session, ...rest }: CanvasPlaceProps) {
  const { sync, board } = useReadable(session.state)
  const isDark = useIsDark()
  const upload = useCallback((file: File) => uploadImage(session.boardId, file), [session.boardId])
  if (sync === 'loading')
    return (
      <div className={css.waiting}>
        <Spinner label="Opening the board…" />
      </div>
    )
  return (
    <BoardCanvas
      {...rest}
      session={session}
      isReadOnly={!mayWrite(board.role, 'design')}
      isDark={isDark}
      uploadImage={upload}
    />
  )
}

function useIsDark(): boolean {
  const theme = usePreferences((state) => state.theme)
  const isSystemDark = useMedia('(prefers-color-scheme: dark)')
  return theme === 'dark' || (theme === 'system' && isSystemDark)
}
