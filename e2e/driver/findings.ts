import type { Locator, Page } from '@playwright/test'

/** What the checker says, in the panel beside the canvas. */
export class Findings {
  constructor(private readonly page: Page) {}

  get panel(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Findings' })
  }

  get marksSwitch(): Locator {
    return this.panel.getByRole('switch', { name: 'Marks on the canvas' })
  }

  finding(title: string | RegExp): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: title })
  }

  async open(title: string | RegExp): Promise<void> {
    await this.finding(title).getByRole('button').first().click()
  }
}
