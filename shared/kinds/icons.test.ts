import { describe, expect, it } from 'vitest'
import { genericKind } from './generic-kind.ts'
import { kinds } from './index.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const attributesOf: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
}
/** Half of the stroke, which reaches over the line that a path names. */
const stroke = 1.75 / 2

describe.each([...kinds, genericKind].map((kind) => [kind.id, kind.icon] as const))(
  'the icon of %s',
  (_, icon) => {
    it('consists of plain shapes without colour, script or style', () => {
      const elements = readElements(icon)
      expect(elements.length).toBeGreaterThan(0)
      expect(elements.length).toBeLessThanOrEqual(6)
      for (const { name, attributes } of elements) {
        expect(Object.keys(attributesOf)).toContain(name)
        expect(attributesOf[name]).toEqual(expect.arrayContaining(Object.keys(attributes)))
      }
    })

    it('lies within the viewBox, its stroke included, and fills most of it', () => {
      const points = readElements(icon).flatMap(cornersOf)
      const xs = points.map(([x]) => x)
      const ys = points.map(([, y]) => y)
      expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(stroke)
      expect(Math.max(...xs, ...ys)).toBeLessThanOrEqual(24 - stroke)
      const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
      expect(size).toBeGreaterThanOrEqual(13)
    })
  },
)

/** Fails unless the markup is nothing but self-closed elements with quoted attributes. */
function readElements(icon: string): readonly Element[] {
  const pattern = /<([a-z]+)((?: [a-z]+="[^"<>&]*")+)\/>/g
  expect(icon.replace(pattern, '')).toBe('')
  return [...icon.matchAll(pattern)].map(([, name = '', attributes = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        value,
      ]),
    ),
  }))
}

type Point = readonly [x: number, y: number]

function cornersOf({ name, attributes }: Element): readonly Point[] {
  if (name === 'path') return pathPoints(attributes['d'] ?? '')
  const number = (key: string) => Number(attributes[key] ?? 0)
  if (name === 'rect') {
    const [x, y] = [number('x'), number('y')]
    return [
      [x, y],
      [x + number('width'), y + number('height')],
    ]
  }
  const [rx, ry] = name === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')]
  return [
    [number('cx') - rx, number('cy') - ry],
    [number('cx') + rx, number('cy') + ry],
  ]
}

/** How many numbers a command takes; the last two are where it ends (but for h and v). */
const arity: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  a: 7,
  z: 0,
}

/** The ends of all segments: enough to see a shape that leaves its box. */
function pathPoints(d: string): readonly Point[] {
  const points: Point[] = []
  let [x, y] = [0, 0]
  let start: Point = [0, 0]
  for (const { command, numbers } of commandsOf(d)) {
    const isRelative = command === command.toLowerCase()
    const kind = command.toLowerCase()
    const [dx, dy] = isRelative ? [x, y] : [0, 0]
    if (kind === 'z') [x, y] = start
    else if (kind === 'h') x = dx + (numbers[0] ?? 0)
    else if (kind === 'v') y = dy + (numbers[0] ?? 0)
    else [x, y] = [dx + (numbers.at(-2) ?? 0), dy + (numbers.at(-1) ?? 0)]
    if (kind === 'm') start = [x, y]
    points.push([x, y])
  }
  return points
}

interface Command {
  readonly command: string
  readonly numbers: readonly number[]
}

/** Commands with their numbers, repeated ones written out. */
function commandsOf(d: string): readonly Command[] {
  return [...d.matchAll(/([a-z])([^a-z]*)/gi)].flatMap(([, command = '', text = '']) => {
    const numbers = (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const size = arity[command.toLowerCase()] ?? Number.NaN
    expect(numbers.length % (size === 0 ? Infinity : size)).toBe(0)
    if (size === 0) return [{ command, numbers }]
    const follow = command === 'm' ? 'l' : command === 'M' ? 'L' : command
    return Array.from({ length: numbers.length / size }, (_, index) => {
      const part = numbers.slice(index * size, (index + 1) * size)
      return { command: index === 0 ? command : follow, numbers: part }
    })
  })
}
