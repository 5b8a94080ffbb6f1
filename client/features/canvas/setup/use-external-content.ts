/** What may be pasted or dropped: images that we store, and text. Nothing is fetched from anywhere. */
import { useEffect, useRef } from 'react'
import {
  AssetRecordType,
  defaultHandleExternalFileContent,
  defaultHandleExternalTextContent,
  getHashForBuffer,
  getMediaAssetInfoPartial,
  useToasts,
  useTranslation,
  type Editor,
  type TLAsset,
  type TLAssetId,
} from 'tldraw'
import type { DrawingText } from '#client/lib/canvas-handle.ts'
import { toast } from '#client/ui/toasts.ts'
import {
  acceptedImageTypes,
  acceptedVideoTypes,
  isDrawingFile,
  maxImageBytes,
  refusalOf,
} from './refuse-file.ts'

export type UploadImage = (file: File) => Promise<{ readonly id: string; readonly url: string }>

export type OnDrawingText = (text: DrawingText) => void

export function useExternalContent(
  editor: Editor,
  uploadImage: UploadImage,
  onDrawingText: OnDrawingText | undefined,
): void {
  const toasts = useToasts()
  const msg = useTranslation()
  const offer = useOffer(onDrawingText)
  useDrawingTexts(editor, offer)
  useEffect(() => {
    editor.registerExternalContentHandler('files', async ({ files, ...rest }) => {
      if (editor.getIsReadonly()) return
      const drawing = files.find(isDrawingFile)
      if (drawing !== undefined && offer.current !== undefined) {
        await offerFile(editor, drawing, offer.current)
        return
      }
      const accepted = files.filter(isAccepted)
      if (accepted.length === 0) return
      const limits = {
        acceptedImageMimeTypes: acceptedImageTypes,
        acceptedVideoMimeTypes: acceptedVideoTypes,
      }
      const options = { ...limits, maxAssetSize: maxImageBytes, toasts, msg }
      await defaultHandleExternalFileContent(editor, { ...rest, files: accepted }, options)
    })
    editor.registerExternalAssetHandler('file', ({ file, assetId }) =>
      storeImage(file, assetId, uploadImage),
    )
    refuseWhatAsksOthers(editor)
  }, [editor, uploadImage, toasts, msg, offer])
}

/** Who reads drawings, as a stable reference: the app makes its callback anew with every render. */
function useOffer(onDrawingText: OnDrawingText | undefined) {
  const tell = useRef(onDrawingText)
  useEffect(() => {
    tell.current = onDrawingText
  }, [onDrawingText])
  return tell
}

/** Text is offered to be read as a drawing; everything else about pasting text is tldraw's. */
function useDrawingTexts(editor: Editor, offer: ReturnType<typeof useOffer>): void {
  useEffect(() => {
    editor.registerExternalContentHandler('text', async (content) => {
      const asText = () => void defaultHandleExternalTextContent(editor, content)
      const isOffered = !editor.getIsReadonly() && (await isDrawing(content.text))
      if (isOffered && offer.current !== undefined) offer.current({ text: content.text, asText })
      else asText()
    })
  }, [editor, offer])
}

/** Words that every such text has; without one of them nothing is loaded to look closer. */
const words = /mermaid|graph|flowchart|architecture|C4/

/** A text about which nothing can be found out, since the network is gone, is text. */
async function isDrawing(text: string): Promise<boolean> {
  if (!words.test(text)) return false
  try {
    return (await import('./reads-like-drawing.ts')).readsLikeDrawing(text)
  } catch {
    return false
  }
}

async function offerFile(editor: Editor, file: File, offer: OnDrawingText): Promise<void> {
  const text = await file.text()
  const asText = () => void defaultHandleExternalTextContent(editor, { text })
  offer({ text, name: file.name, asText })
}

function isAccepted(file: File): boolean {
  const refusal = refusalOf(file)
  if (refusal !== undefined) toast(refusal, 'failed')
  return refusal === undefined
}

async function storeImage(
  file: File,
  assetId: TLAssetId | undefined,
  uploadImage: UploadImage,
): Promise<TLAsset> {
  const id = assetId ?? AssetRecordType.createId(getHashForBuffer(await file.arrayBuffer()))
  const asset = await getMediaAssetInfoPartial(file, id, true, false)
  const { url } = await uploadImage(file).catch((error: unknown) => {
    toast(`${file.name} could not be stored. Nothing else was lost; try again.`, 'failed')
    throw error
  })
  asset.props.src = url
  return AssetRecordType.create(asset)
}

/** A link is text: a card about it would have to ask the other host. */
function refuseWhatAsksOthers(editor: Editor): void {
  editor.registerExternalContentHandler('url', async ({ url, point }) => {
    await editor.putExternalContent({ type: 'text', text: url, ...(point && { point }) })
  })
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalContentHandler('embed', null)
  editor.registerExternalContentHandler('svg-text', () => {
    toast('SVG is not accepted, since it can hold scripts. Use a PNG.', 'failed')
  })
}
