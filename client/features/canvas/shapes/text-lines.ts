/** Breaks text into lines the way the card does, for pictures, where no browser lays text out. */
import type { Editor } from 'tldraw'
import { interfaceFontFamily } from './interface-font.ts'

export interface LineOptions {
  readonly width: number
  readonly fontSize: number
  readonly fontWeight: number
  readonly lines: number
}

/** At most `lines` lines; the last one ends in an ellipsis when there is more. */
export function breakLines(editor: Editor, text: string, options: LineOptions): readonly string[] {
  if (text.trim() === '') return []
  const spans = editor.textMeasure.measureTextSpans(text, {
    width: options.width,
    height: options.lines * options.fontSize * 1.25,
    padding: 0,
    fontSize: options.fontSize,
    fontWeight: String(options.fontWeight),
    fontFamily: `'${interfaceFontFamily}', sans-serif`,
    fontStyle: 'normal',
    lineHeight: 1.2,
    textAlign: 'start',
    overflow: options.lines === 1 ? 'truncate-ellipsis' : 'wrap',
  })
  const rows = new Map<number, string>()
  for (const { text: part, box } of spans) rows.set(box.y, (rows.get(box.y) ?? '') + part)
  const lines = [...rows.values()].map((line) => line.trim()).filter((line) => line !== '')
  if (lines.length <= options.lines) return lines
  const shown = lines.slice(0, options.lines)
  return shown.map((line, at) => (at === shown.length - 1 ? `${line}…` : line))
}
