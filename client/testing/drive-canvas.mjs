// Opens the served harness and asks its handle; used by try-canvas.mjs.
import { chromium } from 'playwright-core'

const origin = process.env.CANVAS_ORIGIN ?? 'http://localhost:4310'
const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
export const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })

export async function open(query) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const failures = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(origin).host) failures.push(request.url())
  })
  await page.goto(`${origin}/canvas-harness.html${query}`)
  await page.waitForFunction(() => window.canvasHandle !== undefined)
  await page.locator('.tl-canvas').waitFor()
  return { page, failures, close: () => context.close() }
}

export const graph = (page) => page.evaluate(() => window.canvasHandle.graph())
export const until = (page, test, argument) =>
  page.waitForFunction(test, argument, { timeout: 5000 })
export const centre = (page, id) =>
  page.evaluate((each) => {
    const { x, y, w, h } = window.canvasHandle.boundsOf(each)
    return window.canvasHandle.toScreen({ x: x + w / 2, y: y + h / 2 })
  }, id)
