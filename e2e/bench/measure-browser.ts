/** Runs every measurement of the browser's budgets, each beside tldraw as it comes where that says something. */
import type { Page } from '@playwright/test'
import { mixedBoard, mixOf, type BoardCounts } from './mixed-board.ts'
import { Stage } from './stage.ts'
import { quantile } from './statistics.ts'
import { timeChecker, type CheckerTimes } from './time-checker.ts'
import { timeEdits, type EditTimes } from './time-edits.ts'
import { timeOpening } from './time-opening.ts'
import { timePanning, type Panning, type Zoom } from './time-panning.ts'
import { weighBoard, weighHome, type Weight } from './weigh-scripts.ts'

export interface Pair<T> {
  readonly ours: T
  readonly bare: T
}

export interface PanningRow extends Pair<Panning> {
  readonly shapes: number
  readonly zoom: Zoom
}

export interface BrowserFigures {
  readonly home: Weight
  readonly board: Weight
  /** Milliseconds, the middle of several first visits with a processor four times slower. */
  readonly opening: Pair<number>
  readonly edits: EditTimes
  readonly panning: readonly PanningRow[]
  readonly checker: CheckerTimes
}

export type Part = 'weight' | 'opening' | 'edits' | 'panning' | 'checker'

const zooms: readonly Zoom[] = [1, 0.4, 'fit']
const slowdown = 4

/** Only the named parts; what is not measured is absent. Progress goes to `tell`. */
export async function measureBrowser(
  parts: ReadonlySet<Part>,
  tell: (line: string) => void,
): Promise<Partial<BrowserFigures>> {
  const checker = parts.has('checker') ? { checker: timeChecker() } : {}
  const stage = await Stage.set()
  const told = async <T>(name: Part, measure: () => Promise<T>): Promise<T | undefined> => {
    if (!parts.has(name)) return undefined
    const figures = await measure()
    tell(`${name}: ${JSON.stringify(figures, printMaps)}`)
    return figures
  }
  try {
    const weight = await told('weight', async () => ({
      home: await weighHome(stage),
      board: await weighBoard(stage),
    }))
    const opening = await told('opening', () => measureOpening(stage, 5))
    const edits = await told('edits', () => measureEdits(stage))
    const panning = await told('panning', () => measurePanning(stage))
    return {
      ...weight,
      ...checker,
      ...(opening && { opening }),
      ...(edits && { edits }),
      ...(panning && { panning }),
    }
  } finally {
    await stage.strike()
  }
}

async function measureOpening(stage: Stage, visits: number): Promise<Pair<number>> {
  const records = mixedBoard({ components: 300, boundaries: 0, arrows: 0 })
  const path = await stage.newBoard(records)
  const barePath = stage.newBareBoard('opening', records)
  const ours: number[] = []
  const bare: number[] = []
  for (let visit = 0; visit < visits; visit++) {
    const place = { path, visit: () => stage.visit(), shape: '.lb-card', count: 300 }
    ours.push(await timeOpening(place, slowdown))
    const yardstick = { ...place, path: barePath, visit: () => stage.visitBare() }
    bare.push(await timeOpening({ ...yardstick, shape: '.tl-shape' }, slowdown))
  }
  return { ours: quantile(ours, 0.5), bare: quantile(bare, 0.5) }
}

async function measureEdits(stage: Stage): Promise<EditTimes> {
  return timeEdits(stage, await stage.newBoard(mixedBoard(mixOf(500))), 300)
}

async function measurePanning(stage: Stage): Promise<PanningRow[]> {
  const rows: PanningRow[] = []
  for (const shapes of [500, 2000]) {
    const counts: BoardCounts = mixOf(shapes)
    const records = mixedBoard(counts)
    const page = await stage.visit()
    await page.addInitScript(closePanels)
    await page.goto(await stage.newBoard(records))
    await page
      .locator('.lb-card')
      .nth(counts.components - 1)
      .waitFor({ state: 'attached' })
    const barePage = await stage.visitBare()
    await barePage.goto(stage.newBareBoard(`mix-${shapes}`, records))
    await barePage
      .locator('.tl-shape')
      .nth(shapes - 1)
      .waitFor({ state: 'attached' })
    for (const zoom of zooms) {
      const [ours, bare] = [await bestPanning(page, zoom), await bestPanning(barePage, zoom)]
      rows.push({ shapes, zoom, ours, bare })
    }
    await page.context().close()
    await barePage.context().close()
  }
  return rows
}

/** The better of two turns: other programs only ever make it slower. */
async function bestPanning(page: Page, zoom: Zoom): Promise<Panning> {
  // A page in the background draws no frames.
  await page.bringToFront()
  const turns = [await timePanning(page, zoom, 2), await timePanning(page, zoom, 2)]
  const [best] = turns.toSorted((a, b) => b.framesPerSecond - a.framesPerSecond)
  if (best === undefined) throw new Error('Nothing was measured')
  return best
}

/** So that our canvas has as much of the screen as the bare one. */
function closePanels(): void {
  const state = { isBriefOpen: false, isSideOpen: false }
  localStorage.setItem('loadbearing', JSON.stringify({ state, version: 1 }))
}

function printMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value
}
