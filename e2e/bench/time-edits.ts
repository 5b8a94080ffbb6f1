/** How long a move on one machine takes until a partner's browser has it, and until it draws it. */
import type { Page } from '@playwright/test'
import type { TLShapeId } from 'tldraw'
import { reachEditor } from './reach-editor.ts'
import { openBrowser, type Stage } from './stage.ts'
import { quantile } from './statistics.ts'

declare global {
  interface Window {
    /** By x of the moved shape: when it was applied and when the frame after it was drawn. */
    benchSeen?: Map<number, { readonly applied: number; drawn: number }>
  }
}

export interface EditTimes {
  readonly moves: number
  readonly arrived: number
  /** Milliseconds. */
  readonly applied: { readonly p50: number; readonly p95: number }
  readonly drawn: { readonly p50: number; readonly p95: number }
}

const firstX = 10_000

export async function timeEdits(stage: Stage, path: string, moves: number): Promise<EditTimes> {
  const partnersBrowser = await openBrowser()
  const [mover, partner] = [await stage.visit(), await stage.visit(partnersBrowser)]
  for (const page of [mover, partner]) await openBoard(page, path)
  await partner.evaluate(watchMoves, firstX)
  const sent = await mover.evaluate(makeMoves, { moves, firstX })
  await partner.waitForTimeout(1000)
  const seen = new Map(await partner.evaluate(() => [...(window.benchSeen ?? [])]))
  await partnersBrowser.close()
  await mover.context().close()
  const times = sent.flatMap(([x, at]) => {
    const then = seen.get(x)
    return then === undefined ? [] : [{ applied: then.applied - at, drawn: then.drawn - at }]
  })
  const spread = (key: 'applied' | 'drawn') => {
    const values = times.map((time) => time[key])
    return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) }
  }
  return { moves, arrived: times.length, applied: spread('applied'), drawn: spread('drawn') }
}

export async function openBoard(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: /^Connection: .*Saved/ }).waitFor()
  await reachEditor(page)
  // Checks and first looks are over by then.
  await page.waitForTimeout(1500)
}

function watchMoves(from: number): void {
  const seen: NonNullable<Window['benchSeen']> = new Map()
  window.benchSeen = seen
  const now = () => performance.timeOrigin + performance.now()
  window.benchEditor.sideEffects.registerAfterChangeHandler('shape', (_, { x }) => {
    if (x < from || seen.has(x)) return
    const times = { applied: now(), drawn: Number.NaN }
    seen.set(x, times)
    requestAnimationFrame(() => setTimeout(() => (times.drawn = now()), 0))
  })
}

async function makeMoves({ moves, firstX }: { moves: number; firstX: number }) {
  const sent: [number, number][] = []
  const shape = window.benchEditor.getCurrentPageShapes().find(({ type }) => type === 'component')
  const id = shape?.id ?? ('shape:none' as TLShapeId)
  for (let move = 0; move < moves; move++) {
    const x = firstX + move
    sent.push([x, performance.timeOrigin + performance.now()])
    window.benchEditor.updateShape({ id, type: 'component', x })
    // Uneven, so that moves do not keep step with the frames of either browser.
    await new Promise((done) => setTimeout(done, 35 + ((move * 7) % 30)))
  }
  return sent
}
