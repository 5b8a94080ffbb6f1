/**
 * The records of a board: tldraw's own and our two shapes. Client, server and files validate and
 * migrate with this one schema. It uses only the MIT parts of tldraw and may not import its editor.
 */
import {
  createShapePropsMigrationSequence,
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  type RecordProps,
  type TLBaseShape,
  type TLSchema,
} from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { maxReplicas } from './limits.ts'
import type { BoundaryType } from './vocabulary.ts'

/** Longest label or technology, in characters. */
export const maxLabelLength = 200

const label = T.string.check((value) => {
  if (value.length > maxLabelLength) throw new Error(`Longer than ${maxLabelLength} characters`)
})
const kindId = T.string.check((value) => {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(value)) throw new Error('Not the id of a kind')
})
const replicas = T.positiveInteger.check((value) => {
  if (value > maxReplicas) throw new Error(`More than ${maxReplicas} replicas`)
})

/**
 * A typed component. What its kind defines beyond these (capacity, latency, zones …) lies in `meta`
 * under the property's id, so that two people can change two properties at the same moment.
 */
export interface ComponentProps {
  w: number
  h: number
  /** Id of a kind; a board made by a newer version may name one that is not known here. */
  kind: string
  label: string
  technology: string
  replicas: number
}
export type ComponentShape = TLBaseShape<'component', ComponentProps>

export const componentProps: RecordProps<ComponentShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  kind: kindId,
  label,
  technology: label,
  replicas,
}

/** A frame that means something: a region, a zone, a private network, a trust zone. */
export interface BoundaryProps {
  w: number
  h: number
  boundaryType: BoundaryType
  label: string
}
export type BoundaryShape = TLBaseShape<'boundary', BoundaryProps>

export const boundaryProps: RecordProps<BoundaryShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  boundaryType: T.literalEnum('region', 'zone', 'network', 'trust-zone'),
  label,
}

export const componentMigrations = createShapePropsMigrationSequence({ sequence: [] })
export const boundaryMigrations = createShapePropsMigrationSequence({ sequence: [] })

/** The schema of a board, made anew at every call: it holds no records. */
export function createBoardSchema(): TLSchema {
  return createTLSchema({
    shapes: {
      ...defaultShapeSchemas,
      component: { props: componentProps, migrations: componentMigrations },
      boundary: { props: boundaryProps, migrations: boundaryMigrations },
    },
    bindings: defaultBindingSchemas,
  })
}
