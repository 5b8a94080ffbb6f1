/**
 * Hands the page's editor to what is measured in the page. The product does not show it to scripts, so
 * that it is looked up in React's tree above the canvas.
 */
import type { Page } from '@playwright/test'
import type { Editor } from 'tldraw'

declare global {
  interface Window {
    benchEditor: Editor
  }
}

interface Fiber {
  readonly memoizedProps: { readonly value?: unknown } | null
  readonly return: Fiber | null
}

export async function reachEditor(page: Page): Promise<void> {
  await page.locator('.tl-canvas').waitFor()
  await page.evaluate(() => {
    const canvas = document.querySelector('.tl-canvas')
    const entry = Object.entries(canvas ?? {}).find(([key]) => key.startsWith('__reactFiber$'))
    let fiber = (entry?.[1] ?? null) as Fiber | null
    for (; fiber !== null; fiber = fiber.return) {
      const value = fiber.memoizedProps?.value
      if (typeof value === 'object' && value !== null && 'getCurrentPageShapes' in value) {
        window.benchEditor = value as Editor
        return
      }
    }
    throw new Error('No editor above the canvas')
  })
}
