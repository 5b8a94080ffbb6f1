/** The board as a tree beside the canvas. */
import type { Locator, Page } from '@playwright/test'

export class Outline {
  constructor(private readonly page: Page) {}

  get tree(): Locator {
    return this.page.getByRole('tree', { name: 'Outline of the board' })
  }

  /** The first row that begins so: "Orders", "to Orders". */
  row(label: string): Locator {
    return this.tree.getByRole('treeitem', { name: new RegExp(`^${label}`) }).first()
  }

  /** As indented lines: "Orders", "  to Redis". */
  async lines(): Promise<readonly string[]> {
    if ((await this.tree.count()) === 0) return []
    return this.tree.getByRole('treeitem').evaluateAll((rows) =>
      rows.map((row) => {
        const level = Number(row.getAttribute('aria-level') ?? 1)
        const [label = ''] = (row.getAttribute('aria-label') ?? '').split(', ')
        return '  '.repeat(level - 1) + label
      }),
    )
  }

  /** As "API → Orders", in the order of the alphabet. */
  async connections(): Promise<readonly string[]> {
    const found: string[] = []
    let from = ''
    for (const line of await this.lines()) {
      const text = line.trim()
      if (text.startsWith('to ')) found.push(`${from} → ${text.slice(3)}`)
      else if (!text.startsWith('from ')) from = text
    }
    return found.sort()
  }

  async add(query: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Add a component' }).fill(query)
    await this.page.keyboard.press('Enter')
  }

  async connect(from: string, to: string): Promise<void> {
    await this.row(from).click()
    await this.page.getByRole('combobox', { name: 'Connect to' }).selectOption(to)
  }
}
