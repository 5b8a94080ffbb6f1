import type { Locator, Page } from '@playwright/test'

/** What is known about the selection, in the panel beside the canvas. */
export class Inspector {
  constructor(private readonly page: Page) {}

  get panel(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Inspect' })
  }

  field(label: string): Locator {
    return this.panel.getByLabel(label, { exact: true })
  }

  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text)
    await this.field(label).press('Enter')
  }

  async choose(label: string, option: string): Promise<void> {
    await this.field(label).selectOption(option)
  }
}
