/** What may be pasted or dropped: images that we store, and text. Nothing is fetched from anywhere. */
import { useEffect } from 'react'
import {
  AssetRecordType,
  defaultHandleExternalFileContent,
  getHashForBuffer,
  getMediaAssetInfoPartial,
  useToasts,
  useTranslation,
  type Editor,
  type TLAsset,
  type TLAssetId,
} from 'tldraw'
import { toast } from '#client/ui/toasts.ts'
import { acceptedImageTypes, acceptedVideoTypes, maxImageBytes, refusalOf } from './refuse-file.ts'

export type UploadImage = (file: File) => Promise<{ readonly id: string; readonly url: string }>

export function useExternalContent(editor: Editor, uploadImage: UploadImage): void {
  const toasts = useToasts()
  const msg = useTranslation()
  useEffect(() => {
    editor.registerExternalContentHandler('files', async ({ files, ...rest }) => {
      const accepted = files.filter(isAccepted)
      if (accepted.length === 0 || editor.getIsReadonly()) return
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
  }, [editor, uploadImage, toasts, msg])
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
