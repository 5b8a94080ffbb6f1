/** Figures of an estimate beside what they come to out of the writer's own inputs. */
import type { Dimension } from '#shared/design/answers.ts'
import {
  annualBytes,
  averageRateOfUsers,
  bandwidth,
  concurrentUsers,
  dailyBytes,
  peakRate,
  serversFor,
} from '#shared/estimation/formulas.ts'
import { printFigure } from '#shared/estimation/print-figure.ts'
import { readCalculations } from '#shared/estimation/read-calculations.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import {
  areAkin,
  linesOfEstimates,
  statedFigures,
  type Figure,
  type Figures,
} from './stated-figures.ts'

export interface Recomputed {
  /** What the figure is called, which names it in a subject. */
  readonly name: string
  readonly stated: number
  readonly recomputed: number
  readonly dimension: Dimension
  /** How it was reckoned again, in figures: "1 million × 500 KB". */
  readonly how: string
  /** Whether the inputs were certain: written in one line, or fields of the front matter. */
  readonly isCertain: boolean
}

/** None where inputs are missing. */
export const recomputedOf = oncePerCheck((context: CheckContext): readonly Recomputed[] => [
  ...calculations(context),
  ...loads(context),
  ...volumes(statedFigures(context)),
  ...fleets(context, statedFigures(context)),
])

function calculations(context: CheckContext): readonly Recomputed[] {
  return linesOfEstimates(context).flatMap((line) =>
    readCalculations(line).map(({ text, stated, recomputed, dimension }) => ({
      name: text,
      stated,
      recomputed,
      dimension,
      how: 'the calculation',
      isCertain: true,
    })),
  )
}

function loads(context: CheckContext): readonly Recomputed[] {
  const { scale } = context.design
  const figures = statedFigures(context)
  const average = figureOf('averageQps', scale.averageQps) ?? figures.average
  const peak = figureOf('peakQps', scale.peakQps)
  const { peakFactor, reads, writes } = figures
  return [
    ...averageOf(context, average),
    ...compare(figures.peak ?? peak, times(average, peakFactor, peakRate), {
      dimension: 'rate',
      how: `${rate(average)} × ${plain(peakFactor)}`,
    }),
    ...compare(peak === undefined ? undefined : figures.peak, peak?.value, {
      dimension: 'rate',
      how: 'peakQps',
    }),
    ...compare(reads, times(writes, figureOf('ratio', scale.readsPerWrite), multiply), {
      dimension: 'rate',
      how: `${rate(writes)} writes × ${scale.readsPerWrite ?? 0}`,
    }),
  ]
}

function averageOf({ design }: CheckContext, average: Figure | undefined): readonly Recomputed[] {
  const { dailyActiveUsers: users, actionsPerUser: actions } = design.scale
  if (users === undefined || actions === undefined) return []
  return compare(average, averageRateOfUsers(users, actions), {
    dimension: 'rate',
    how: `${printFigure(users, 'count')} users × ${actions} a day / 86,400`,
    isCertain: true,
  })
}

/** Of one thing alone: photos a day times the size of a message say nothing. */
function volumes(figures: Figures): readonly Recomputed[] {
  const { itemsPerDay, bytesPerDay, bytesPerYear, writes, ingress } = figures
  const itemBytes = areAkin(itemsPerDay, figures.itemBytes) ? figures.itemBytes : undefined
  const perDay = times(itemsPerDay, itemBytes, dailyBytes)
  const how = `${plain(itemsPerDay)} a day × ${bytes(itemBytes)}`
  const daily = bytesPerDay?.value ?? perDay
  return [
    ...compare(areAkin(itemsPerDay, bytesPerDay) ? bytesPerDay : undefined, perDay, {
      dimension: 'data',
      how,
    }),
    ...compare(
      areAkin(bytesPerDay ?? itemsPerDay, bytesPerYear) ? bytesPerYear : undefined,
      daily === undefined ? undefined : annualBytes(daily),
      {
        dimension: 'data',
        how: `${bytesPerDay === undefined ? how : `${bytes(bytesPerDay)} a day`} × 365`,
      },
    ),
    ...compare(ingress, times(itemBytes, writes, bandwidth), {
      dimension: 'dataRate',
      how: `${rate(writes)} × ${bytes(itemBytes)}`,
    }),
  ]
}

/** Planned with room: fewer than needed is what counts, or very many more. */
function fleets({ design }: CheckContext, figures: Figures): readonly Recomputed[] {
  const { sessionMinutes, connections, servers, ratePerServer } = figures
  const users = figureOf('users', design.scale.dailyActiveUsers) ?? figures.users
  const peak = figures.peak ?? figureOf('peak', design.scale.peakQps)
  return [
    ...compare(connections, times(users, sessionMinutes, concurrentUsers), {
      dimension: 'count',
      how: `${plain(users)} users × ${plain(sessionMinutes)} min / 1,440`,
      room: 10,
    }),
    ...compare(servers, times(peak, ratePerServer, serversFor), {
      dimension: 'count',
      how: `${rate(peak)} / ${rate(ratePerServer)}`,
      room: 4,
    }),
  ]
}

function multiply(a: number, b: number): number {
  return a * b
}

function times(
  a: Figure | undefined,
  b: Figure | undefined,
  formula: (a: number, b: number) => number,
): number | undefined {
  return a === undefined || b === undefined ? undefined : formula(a.value, b.value)
}

interface Reckoning {
  readonly dimension: Dimension
  readonly how: string
  readonly isCertain?: boolean
  /** How many times more than reckoned is plain prudence. */
  readonly room?: number
}

const more =
  /\b(?:cop(?:y|ies)|replica\w*|replicat\w*|overhead|index\w*|headroom|backups?|redundan\w*|peak|raid|x ?[2-9]|× ?[2-9])\b|× ?\d/i
/** A figure that its own line works out is judged by that line. */
const workedOut = /\d[^=≈→]*(?:×|\*|÷|\/ ?\d|\bx ?\d)[^=≈→]*[=≈→]/
const less = /\bcompress\w*|\bdedup\w*|\bcached?\b|\bcdn\b|\bhit rate\b/i

function compare(
  figure: Figure | undefined,
  recomputed: number | undefined,
  { dimension, how, isCertain = false, room = 1 }: Reckoning,
): readonly Recomputed[] {
  if (figure === undefined || recomputed === undefined) return []
  const { name, value } = figure
  if (recomputed <= 0 || value <= 0 || isExplained(figure, recomputed, room)) return []
  return [{ name, stated: value, recomputed, dimension, how, isCertain }]
}

/** Whether the line itself says why its figure is larger or smaller, or works it out on its own. */
function isExplained({ value, text }: Figure, recomputed: number, room: number): boolean {
  const most = Math.max(room, more.test(text) ? 10 : 1)
  if (value > recomputed && value <= recomputed * most) return true
  return workedOut.test(text) || (value < recomputed && less.test(text))
}

function figureOf(name: string, value: number | undefined): Figure | undefined {
  return value === undefined ? undefined : { name, value, text: '' }
}

function plain(figure: Figure | undefined): string {
  return printFigure(figure?.value ?? 0, 'count')
}

function rate(figure: Figure | undefined): string {
  return printFigure(figure?.value ?? 0, 'rate')
}

function bytes(figure: Figure | undefined): string {
  return printFigure(figure?.value ?? 0, 'data')
}
