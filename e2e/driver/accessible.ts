import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Fails on whatever axe calls serious or critical, with the elements at fault. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { passes, violations } = await new AxeBuilder({ page }).analyze()
  const bad = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`)
  expect.soft(passes.length, `${what}: rules that found something to judge`).toBeGreaterThan(5)
  expect.soft(bad, what).toEqual([])
}
