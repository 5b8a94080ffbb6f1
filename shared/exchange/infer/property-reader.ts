/** What the tables of property readers are made of: a row of one, and the figures in its match. */
import type { PropertyValue } from '#shared/design/design.ts'
import type { Kind, KindGroup } from '#shared/kinds/define-kind.ts'
import { readNumber } from '../read-number.ts'
import { durationWords, readDuration } from './read-duration.ts'

export interface PropertyReader {
  readonly id: string
  readonly pattern: RegExp
  readonly valueOf: PropertyValue | ((match: RegExpExecArray) => PropertyValue | undefined)
  /** Whether it applies to a kind; the kind is absent on an arrow. */
  readonly fits?: (kind: Kind | undefined) => boolean
  /** What a denial states ("no backups"); nothing when absent. */
  readonly whenDenied?: PropertyValue
}

export const time = `(\\d[\\d.,]*\\s?(?:${durationWords}))`
export const count = '(\\d[\\d,.]*\\s?[kmb]?)'
export const inGroup =
  (...groups: readonly KindGroup[]) =>
  (kind: Kind | undefined) =>
    kind !== undefined && groups.includes(kind.group)
export const isData = inGroup('data')
export const keepsData = (kind: Kind | undefined) =>
  kind !== undefined &&
  (kind.group === 'data' || kind.group === 'messaging' || kind.id === 'backup')
export const isMessaging = inGroup('messaging')
export const remembers = (kind: Kind | undefined) =>
  kind === undefined ||
  kind.traits.includes('derived') ||
  kind.group === 'edge' ||
  kind.group === 'data' ||
  kind.group === 'coordination'

export function wholeNumber(match: RegExpExecArray): number | undefined {
  const [, digits = ''] = match
  if (match.input.charAt(match.index - 1) === '-') return undefined
  const number = Number(digits.replaceAll(',', ''))
  return Number.isInteger(number) ? number : undefined
}

export function numberOf([, text]: RegExpExecArray): number | undefined {
  return readNumber(text)
}

export function perMinute([, text, unit = '']: RegExpExecArray): number | undefined {
  const number = readNumber(text)
  const factor = { s: 60, m: 1, h: 1 / 60, d: 1 / 1440 }[unit.charAt(0).toLowerCase()]
  return number === undefined || factor === undefined
    ? undefined
    : Number((number * factor).toPrecision(6))
}

export function seconds([, text = '']: RegExpExecArray): number | undefined {
  return readDuration(text)
}

export function milliseconds([, text = '']: RegExpExecArray): number | undefined {
  const duration = readDuration(text)
  return duration === undefined ? undefined : Number((duration * 1000).toPrecision(9))
}

export function hours([, text = '']: RegExpExecArray): number | undefined {
  const duration = readDuration(text)
  return duration === undefined ? undefined : Number((duration / 3600).toPrecision(9))
}

export function gigabytes([, text, unit = '']: RegExpExecArray): number | undefined {
  const number = readNumber(text)
  const factor = { g: 1, t: 1e3, p: 1e6 }[unit.charAt(0).toLowerCase()]
  return number === undefined || factor === undefined ? undefined : number * factor
}
