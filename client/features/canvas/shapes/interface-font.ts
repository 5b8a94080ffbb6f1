/** The face of the interface, known to tldraw so that it embeds it in exported pictures. */
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { TLFontFace } from 'tldraw'

export const interfaceFontFamily = 'Inter Variable'

export const interfaceFont: TLFontFace = {
  family: interfaceFontFamily,
  src: { url: interUrl, format: 'woff2' },
  weight: '100 900',
  style: 'normal',
}
