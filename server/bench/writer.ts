/**
 * What a member sends, made by hand: updates that move a component and stamp it, and presence. Byte for
 * byte what Yjs would write, without keeping a document; `writer.test.ts` compares.
 */
import * as encoding from 'lib0/encoding'

interface Known {
  readonly map: number
  readonly xy: number
  readonly stamp: number
}

const itemHasOrigin = 0x80
const itemHasKey = 0x20
const contentType = 7
const contentAny = 8
const typeMap = 1

export class Writer {
  readonly client: number
  private clock = 0
  private presenceClock = 0
  private readonly known = new Map<string, Known>()

  constructor(client: number) {
    this.client = client
  }

  /** The message that moves a component, making it first when it is new. */
  move(id: string, x: number, y: number, stamp: string): Uint8Array {
    const before = this.known.get(id)
    const update =
      before === undefined ? this.create(id, stamp) : this.change(id, before, [x, y], stamp)
    return message(0, 2, update)
  }

  /** The message that says where the pointer is. */
  point(x: number, y: number, stamp: string): Uint8Array {
    const state = { pageId: 'page:page', cursor: { x, y }, selection: [], stamp }
    const body = encoding.createEncoder()
    encoding.writeVarUint(body, 1)
    encoding.writeVarUint(body, this.client)
    encoding.writeVarUint(body, ++this.presenceClock)
    encoding.writeVarString(body, JSON.stringify(state))
    return message(1, undefined, encoding.toUint8Array(body))
  }

  private create(id: string, stamp: string): Uint8Array {
    const encoder = encoding.createEncoder()
    const map = this.start(encoder, 2)
    encoding.writeUint8(encoder, contentType | itemHasKey)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'records')
    encoding.writeVarString(encoder, id)
    encoding.writeVarUint(encoder, typeMap)
    this.startChild(encoder, map, '$')
    writeAny(encoder, JSON.stringify(componentOf(id, stamp)))
    encoding.writeVarUint(encoder, 0)
    this.clock += 2
    this.known.set(id, { map, xy: -1, stamp: -1 })
    return encoding.toUint8Array(encoder)
  }

  private change(id: string, before: Known, xy: readonly number[], stamp: string): Uint8Array {
    const encoder = encoding.createEncoder()
    const first = this.start(encoder, 2)
    this.startChange(encoder, before.xy, before.map, 'xy')
    writeAny(encoder, xy)
    this.startChange(encoder, before.stamp, before.map, 'm.t')
    writeAny(encoder, stamp)
    this.writeDeletes(encoder, [before.xy, before.stamp])
    this.clock += 2
    this.known.set(id, { map: before.map, xy: first, stamp: first + 1 })
    return encoding.toUint8Array(encoder)
  }

  private start(encoder: encoding.Encoder, structs: number): number {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, structs)
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, this.clock)
    return this.clock
  }

  private startChange(encoder: encoding.Encoder, origin: number, map: number, key: string): void {
    if (origin < 0) {
      this.startChild(encoder, map, key)
      return
    }
    encoding.writeUint8(encoder, contentAny | itemHasOrigin | itemHasKey)
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, origin)
  }

  private startChild(encoder: encoding.Encoder, map: number, key: string): void {
    encoding.writeUint8(encoder, contentAny | itemHasKey)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, map)
    encoding.writeVarString(encoder, key)
  }

  /** The two values that are replaced were written side by side. */
  private writeDeletes(encoder: encoding.Encoder, [first = -1]: readonly number[]): void {
    encoding.writeVarUint(encoder, first < 0 ? 0 : 1)
    if (first < 0) return
    encoding.writeVarUint(encoder, this.client)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, first)
    encoding.writeVarUint(encoder, 2)
  }
}

export function componentOf(id: string, stamp: string): object {
  const props = {
    w: 160,
    h: 80,
    kind: 'cache',
    label: 'Sessions',
    technology: 'Redis',
    replicas: 3,
  }
  const place = { x: 120.5, y: 80.25, rotation: 0, index: 'a1', parentId: 'page:page' }
  const shape = { typeName: 'shape', type: 'component', isLocked: false, opacity: 1 }
  return { id, ...shape, ...place, props, meta: { t: stamp } }
}

function writeAny(encoder: encoding.Encoder, value: string | readonly number[]): void {
  encoding.writeVarUint(encoder, 1)
  encoding.writeAny(encoder, typeof value === 'string' ? value : [...value])
}

function message(type: number, kind: number | undefined, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  if (kind !== undefined) encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, body)
  return encoding.toUint8Array(encoder)
}
