/** The home page as a person uses it. */
import type { Locator, Page } from '@playwright/test'

export class Home {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/')
    await this.boards.waitFor()
  }

  /** The list of one's own boards, with its heading. */
  get boards(): Locator {
    return this.page.getByRole('region', { name: 'Your boards' })
  }

  async practise(scenario: string): Promise<void> {
    await this.page.getByRole('button', { name: `Practise ${scenario}` }).click()
  }

  async chooseDoor(title: 'Practise' | 'Hold an interview' | 'Blank board'): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${title}`) })
      .first()
      .click()
  }

  async importFile(name: string, content: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Import a board file' }).click()
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) }
    await (await chooser).setFiles(file)
  }
}
