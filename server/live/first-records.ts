/** The records without which a board cannot be opened. */
import type { TLRecord, TLSchema } from '@tldraw/tlschema'

export function firstRecords(schema: TLSchema): TLRecord[] {
  const { document, page } = schema.types
  return [
    document.validate({
      typeName: 'document',
      id: 'document:document',
      gridSize: 10,
      name: '',
      meta: {},
    }),
    page.validate({ typeName: 'page', id: 'page:page', name: 'Page 1', index: 'a1', meta: {} }),
  ]
}
