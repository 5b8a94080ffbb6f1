/** The acts behind commands that reach beyond the page: files, pictures, other boards. */
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { copyText } from '#client/lib/copy-text.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { importBoard } from '#client/lib/requests.ts'
import type { Session } from '#client/live/session.ts'
import { toast } from '#client/ui/toasts.ts'
import { askForProfile } from '../profile.ts'
import { download, fileName } from './export-board.ts'
import { loadCommentsPanel } from './load-comments-panel.ts'
import type { BoardParts } from './use-board-parts.ts'

export interface BoardActions {
  readonly comment: () => void
  readonly gather: () => void
  readonly exportImage: (format: 'png' | 'svg') => void
  readonly exportJson: () => void
  readonly copyMermaid: () => void
  readonly exportDocument: () => void
  readonly importFile: () => void
  readonly tidyUp: () => void
  readonly rules: () => void
  readonly profile: () => void
  readonly home: () => void
}

interface ActionContext {
  readonly session: Session
  readonly handle: CanvasHandle | undefined
  readonly parts: BoardParts
  readonly title: string
  readonly gather: () => void
  readonly navigate: (path: string) => void
}

export function boardActions(context: ActionContext): BoardActions {
  const { session, handle, title, navigate } = context
  return {
    comment: () => void startComment(context),
    gather: () => {
      context.gather()
      toast('Everyone on the board is brought to what you see.')
    },
    exportImage: (format) =>
      attempt(async () => {
        const image = await handle?.exportImage(format)
        if (image === undefined) toast('There is nothing to export yet: draw something first.')
        else download(image, fileName(title, format))
      }),
    exportJson: () =>
      attempt(async () => {
        const { boardJson } = await import('./board-json.ts')
        download(await boardJson(session), fileName(title, 'loadbearing.json'))
      }),
    copyMermaid: () => attempt(() => copyMermaid(context)),
    exportDocument: () => attempt(() => exportDocument(context)),
    tidyUp: () =>
      attempt(async () => {
        const { tidyPage } = await import('#client/features/import/tidy-page.ts')
        if (handle !== undefined) await tidyPage(handle)
      }),
    importFile: () =>
      pickFile((file) =>
        attempt(async () => navigate(`/b/${(await importBoard(await file.text())).id}`)),
      ),
    // Beside the board, which stays as it is.
    rules: () => void window.open('/rules', '_blank', 'noopener'),
    profile: () => void askForProfile(),
    home: () => navigate('/'),
  }
}

async function copyMermaid({ handle }: ActionContext): Promise<void> {
  if (handle === undefined) return
  const { leftOutOf, mermaidOf } = await import('#client/features/import/write-board.ts')
  const isCopied = await copyText(mermaidOf(handle))
  if (isCopied) toast(`Copied as Mermaid. ${leftOutOf(handle)}`.trim())
  else toast('This browser did not let the page copy. Download the design document.', 'failed')
}

async function exportDocument({ handle, session, title }: ActionContext): Promise<void> {
  if (handle === undefined) return
  const { documentOf, leftOutOf } = await import('#client/features/import/write-board.ts')
  const scenario = session.room.get().board.scenarioId ?? session.state.get().board.scenario
  const text = documentOf(handle, title, scenario)
  download(new Blob([text], { type: 'text/markdown' }), fileName(title, 'md'))
  const leftOut = leftOutOf(handle)
  if (leftOut !== '') toast(leftOut)
}

/** The next click on the canvas says on what; the text is written beside it. */
async function startComment({ handle, parts }: ActionContext): Promise<void> {
  if (handle === undefined) return
  parts.setPicking(true)
  // The panel is there when the target is known, so that nothing that is typed then is lost.
  const panel = loadCommentsPanel()
  const target = await handle.pickTarget()
  await panel
  parts.setPicking(false)
  if (target === undefined) return
  parts.setThread(undefined)
  parts.setTarget(target)
  parts.openTab('comments')
}

function attempt(act: () => Promise<void>): void {
  act().catch((error: unknown) => toast(sentenceOf(error), 'failed'))
}

function pickFile(onFile: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.json,application/json'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) onFile(file)
  })
  input.click()
}
