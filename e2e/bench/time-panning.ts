/** Frames a second while the camera goes to and fro, and what a frame costs the page. */
import type { Page } from '@playwright/test'
import { reachEditor } from './reach-editor.ts'

export interface Panning {
  readonly framesPerSecond: number
  /** Milliseconds of the main thread for one frame. */
  readonly work: number
  /** Of them, milliseconds in scripts. */
  readonly script: number
}

/** `fit` shows the whole board. */
export type Zoom = number | 'fit'

export async function timePanning(page: Page, zoom: Zoom, seconds: number): Promise<Panning> {
  await reachEditor(page)
  await page.evaluate(lookAt, zoom)
  await page.waitForTimeout(400)
  const session = await page.context().newCDPSession(page)
  // Time of the thread itself: what other programs take of the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await readMetrics()
  const { frames, milliseconds } = await page.evaluate(pan, seconds)
  const after = await readMetrics()
  await session.detach()
  const spent = (name: string) => (after(name) - before(name)) * 1000
  return {
    framesPerSecond: (frames / milliseconds) * 1000,
    work: spent('TaskDuration') / frames,
    script: spent('ScriptDuration') / frames,
  }

  async function readMetrics(): Promise<(name: string) => number> {
    const { metrics } = await session.send('Performance.getMetrics')
    return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  }
}

function lookAt(zoom: Zoom): void {
  const editor = window.benchEditor
  editor.selectNone()
  editor.zoomToFit({ immediate: true })
  if (zoom === 'fit') return
  const { center } = editor.getViewportPageBounds()
  const { w, h } = editor.getViewportScreenBounds()
  editor.setCamera({ x: w / 2 / zoom - center.x, y: h / 2 / zoom - center.y, z: zoom })
}

/** 12 pixels a frame to and fro around where the camera was. */
async function pan(seconds: number): Promise<{ frames: number; milliseconds: number }> {
  const editor = window.benchEditor
  const { x, y, z } = editor.getCamera()
  const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done))
  const began = await nextFrame()
  const swing = 100
  for (let frames = 1; ; frames++) {
    const along = (swing - Math.abs((frames % (4 * swing)) - 2 * swing)) * 12
    editor.setCamera({ x: x + along / z, y: y + along / 2 / z, z })
    const now = await nextFrame()
    if (now - began >= seconds * 1000) return { frames, milliseconds: now - began }
  }
}
