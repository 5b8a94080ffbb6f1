/** The facts at the head of a design document, in their canonical order. */
import type { Scale } from '#shared/design/design.ts'
import { printData, printDays, printMinutes, printMoney } from './answers/print-quantity.ts'

type Value = string | number | boolean | readonly string[] | undefined

/** Lines between dashes, empty when there is nothing to say; `open` fields are said to be not known. */
export function writeFrontMatter(
  scale: Scale,
  beside: { readonly scenario?: string; readonly tags?: readonly string[] },
  open: readonly string[] = [],
): string {
  const values: readonly (readonly [string, Value])[] = [
    ['scenario', beside.scenario],
    ['publicFacing', scale.publicFacing],
    ['dailyActiveUsers', scale.dailyActiveUsers],
    ['actionsPerUser', scale.actionsPerUser],
    ['averageQps', scale.averageQps],
    ['peakQps', scale.peakQps],
    ['readWriteRatio', scale.readsPerWrite === undefined ? undefined : `${scale.readsPerWrite}:1`],
    ['latencyTarget', latencyOf(scale)],
    ['availabilityTarget', share(scale.availabilityTarget)],
    ['rto', mapped(scale.rtoMinutes, printMinutes)],
    ['rpo', mapped(scale.rpoMinutes, printMinutes)],
    ['dataSize', dataOf(scale)],
    ['retention', mapped(scale.retentionDays, printDays)],
    ['regions', scale.regions],
    ['budget', mapped(scale.budgetPerMonth, printMoney)],
    ['teamSize', scale.teamSize],
    ['compliance', scale.compliance],
    ['tags', beside.tags],
  ]
  const lines = values.flatMap(([name, value]) => {
    if (value !== undefined) return [`${name}: ${printed(value)}\n`]
    return open.includes(name) ? [`${name}: unknown\n`] : []
  })
  return lines.length === 0 ? '' : `---\n${lines.join('')}---\n\n`
}

function mapped(value: number | undefined, print: (value: number) => string): string | undefined {
  return value === undefined ? undefined : print(value)
}

function share(percent: number | undefined): string | undefined {
  return percent === undefined ? undefined : `${percent}%`
}

function latencyOf({ latencyMs = {} }: Scale): string | undefined {
  const parts = Object.entries(latencyMs).map(([percentile, ms]) => `${percentile} under ${ms} ms`)
  return parts.length === 0 ? undefined : parts.join(', ')
}

function dataOf({ dataBytes, dataBytesPerYear }: Scale): string | undefined {
  const kept = mapped(dataBytes, printData)
  const added = mapped(dataBytesPerYear, (bytes) => `${printData(bytes)} a year`)
  return [kept, added].filter((part) => part !== undefined).join(', ') || undefined
}

function printed(value: Exclude<Value, undefined>): string {
  if (typeof value === 'string') return quoted(value)
  return Array.isArray(value) ? `[${value.map(inList).join(', ')}]` : String(value)
}

/** Plain where YAML reads it as a text, else in quotes, in which YAML reads what JSON writes. */
function quoted(text: string): string {
  const isPlain =
    /^[A-Za-z$][\w $.%-]*(?:,[\w $.%-]+)*$|^\d[\d.]*(?:%| [A-Za-z]+(?:,? [\w.]+)*)$/.test(text)
  const isWord = /^(?:true|false|yes|no|on|off|null|unknown|tbd|todo|n|y)$/i.test(text)
  return isPlain && !isWord && !text.endsWith(' ') ? text : JSON.stringify(text)
}

/** In a list, a comma ends an item. */
function inList(text: string): string {
  return text.includes(',') ? JSON.stringify(text) : quoted(text)
}
