/** The lines that tldraw's arrows do not know: double and wave. Page units, in the arrow's own space. */
import { Arc2d, Edge2d, Polyline2d, Vec, type Geometry2d, type TLArrowInfo } from 'tldraw'

export interface BodyPoint {
  readonly x: number
  readonly y: number
}

export function bodyOf(info: TLArrowInfo): Geometry2d {
  if (info.type === 'straight') {
    return new Edge2d({ start: Vec.From(info.start.point), end: Vec.From(info.end.point) })
  }
  if (info.type === 'elbow') return new Polyline2d({ points: info.route.points })
  const { center, sweepFlag, largeArcFlag } = info.bodyArc
  return new Arc2d({
    center: Vec.Cast(center),
    start: Vec.Cast(info.start.point),
    end: Vec.Cast(info.end.point),
    sweepFlag,
    largeArcFlag,
  })
}

/** The point at a share of the way from start to end. */
export function pointAlong(body: Geometry2d, share: number): Vec {
  return body.interpolateAlongEdge(share)
}

export function plainPath(body: Geometry2d): string {
  return pathThrough(body.vertices)
}

const waveLength = 14
const waveHeight = 4
/** Straight at both ends, so that the arrowhead sits on a line and not on a slope. */
const straightEnd = 14

export function wavePath(body: Geometry2d): string {
  const length = body.length
  const waves = Math.round((length - 2 * straightEnd) / waveLength)
  if (waves < 1) return plainPath(body)
  const from = (length - waves * waveLength) / 2
  const points = [pointAlong(body, 0)]
  const steps = waves * 8
  for (let step = 0; step <= steps; step += 1) {
    const share = (from + (step / steps) * waves * waveLength) / length
    const side = normalAt(body, share)
    const swing = Math.sin((step / 8) * Math.PI * 2) * waveHeight
    points.push(pointAlong(body, share).add(side.mul(swing)))
  }
  points.push(pointAlong(body, 1))
  return pathThrough(points)
}

/** A chevron at an end, or a filled triangle for every other head that a person chose. */
export function headPath(body: Geometry2d, end: 'start' | 'end', strokeWidth: number): string {
  const tip = pointAlong(body, end === 'end' ? 1 : 0)
  const share = Math.min(0.5, (strokeWidth * 5) / Math.max(body.length, 1))
  const back = pointAlong(body, end === 'end' ? 1 - share : share)
  const left = Vec.RotWith(back, tip, Math.PI / 6)
  const right = Vec.RotWith(back, tip, -Math.PI / 6)
  return pathThrough([left, tip, right])
}

function normalAt(body: Geometry2d, share: number): Vec {
  const before = pointAlong(body, Math.max(0, share - 0.005))
  const after = pointAlong(body, Math.min(1, share + 0.005))
  return Vec.Sub(after, before).per().uni()
}

function pathThrough(points: readonly BodyPoint[]): string {
  const places = points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)
  return `M${places.join('L')}`
}
