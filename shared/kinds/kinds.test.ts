import { describe, expect, it } from 'vitest'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import { kindGroups, kindTraits, type Kind, type KindProperty } from './define-kind.ts'
import { genericKind } from './generic-kind.ts'
import { kinds } from './index.ts'
import { nodeProperties, type NodeProperty } from './node-properties.ts'

const ids = new Set(kinds.map((kind) => kind.id))
const all: readonly Kind[] = [...kinds, genericKind]

describe('the registry of kinds', () => {
  it('goes by group and by the order within it', () => {
    const groups = Object.keys(kindGroups)
    const places = kinds.map((kind) => groups.indexOf(kind.group) * 10_000 + kind.order)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('gives every kind a title, an icon and words of its own', () => {
    expect(repeated(all.map((kind) => kind.title))).toEqual([])
    expect(repeated(all.map((kind) => kind.icon))).toEqual([])
    expect(repeated(all.flatMap((kind) => kind.words))).toEqual([])
  })

  it('keeps the generic kind out of the palette', () => {
    expect(ids.has(genericKind.id)).toBe(false)
  })
})

describe.each(all.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  it('has an id of lower-case words', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('has a title that fits its card and traits that are known once each', () => {
    expect(kind.title).toMatch(/^[A-Za-z]/)
    expect(kind.title.length).toBeLessThanOrEqual(26)
    expect(kind.traits.filter((trait) => !kindTraits.includes(trait))).toEqual([])
    expect(repeated(kind.traits)).toEqual([])
  })

  it('says what it is for and not for, each in one direct sentence', () => {
    for (const text of [kind.isFor, kind.notFor]) {
      expect(text).toMatch(/^[A-Z][^!?]*[^.\s]\.$/)
      expect(text.length).toBeGreaterThanOrEqual(30)
      expect(text.length).toBeLessThanOrEqual(110)
      expect(text).not.toMatch(/\. [A-Z]/)
      expect(text).not.toMatch(/\b(should|must not be used|utili[sz]e|leverage|simply|just)\b/i)
    }
    expect(kind.isFor).toMatch(/^[A-Z][a-z]*s\b/)
  })

  it('has properties once each, with defaults in range and sources for figures', () => {
    expect(repeated(kind.properties.map((property) => property.id))).toEqual([])
    expect(kind.properties.filter((property) => !isInRange(property))).toEqual([])
    expect(kind.properties.filter((property) => lacksSource(property))).toEqual([])
  })

  it('has neighbours that exist, over edges that exist, once each', () => {
    const edges: readonly string[] = Object.keys(edgeTypes)
    expect(kind.neighbours.filter((neighbour) => !ids.has(neighbour.kind))).toEqual([])
    expect(kind.neighbours.filter((neighbour) => !edges.includes(neighbour.edge))).toEqual([])
    const keys = kind.neighbours.map((neighbour) => `${neighbour.kind} ${neighbour.direction}`)
    expect(repeated(keys)).toEqual([])
    expect(keys.length).toBeGreaterThanOrEqual(kind === genericKind ? 0 : 2)
  })

  it('has words in lower case and technologies as people write them', () => {
    expect(kind.words.length).toBeGreaterThan(0)
    for (const word of kind.words) {
      expect(word).toMatch(/^[a-z0-9]+([ /-][a-z0-9]+)*$/)
    }
    for (const technology of kind.technologies) {
      expect(technology.trim()).toBe(technology)
      expect(technology).toMatch(/[A-Z]|^(dbt|etcd)$/)
    }
    expect(repeated(kind.technologies.map((name) => name.toLowerCase()))).toEqual([])
  })
})

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function isInRange({ id, default: value }: KindProperty): boolean {
  const property: NodeProperty = nodeProperties[id]
  if (value === undefined) return true
  if (property.type === 'number') {
    return typeof value === 'number' && value >= property.min && value <= property.max
  }
  if (property.type === 'choice') {
    return typeof value === 'string' && property.options.includes(value)
  }
  return typeof value === (property.type === 'flag' ? 'boolean' : 'string')
}

/** Every figure says where it comes from; one shard is no figure but the absence of more. */
function lacksSource({ id, default: value, source }: KindProperty): boolean {
  return typeof value === 'number' && id !== 'shards' && source === undefined
}
