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

  get score(): Locator {
    return this.panel.getByRole('region', { name: 'Score' })
  }

  get grouping(): Locator {
    return this.panel.getByLabel('Group findings by')
  }

  /** The head of what somebody answered. */
  get answered(): Locator {
    return this.head('Answered')
  }

  /** A head of the list, which folds what is under it. */
  head(title: string): Locator {
    const section = this.panel.getByRole('region', { name: title, exact: true })
    return section.getByRole('heading', { level: 2 }).getByRole('button')
  }

  filter(severity: RegExp): Locator {
    return this.panel
      .getByRole('group', { name: 'Severities that are listed' })
      .getByRole('button', { name: severity })
  }

  finding(title: string | RegExp): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: title })
  }

  /** Says why an open finding stays as it is. */
  async defend(reason: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'Answer it' }).click()
    await this.panel.getByLabel('Why this is fine here').fill(reason)
    await this.panel.getByRole('button', { name: 'Defend it' }).click()
    await this.answered.waitFor()
  }

  async open(title: string | RegExp): Promise<void> {
    await this.finding(title).getByRole('button').first().click()
  }
}
