/** Threads, as they are begun, answered and settled in the panel beside the canvas. */
import type { Locator, Page } from '@playwright/test'
import type { Spot } from './canvas.ts'

export class Comments {
  constructor(private readonly page: Page) {}

  get panel(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Comments' })
  }

  get threads(): Locator {
    return this.page.getByRole('list', { name: 'Threads' }).locator('> li')
  }

  get newThread(): Locator {
    return this.page.getByRole('region', { name: 'New comment' })
  }

  thread(text: string): Locator {
    return this.threads.filter({ hasText: text })
  }

  comment(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text })
  }

  /** Presses C, clicks a place and writes. */
  async start(at: Spot, text: string): Promise<void> {
    await this.page.keyboard.press('c')
    await this.page.getByText('Click what you want to comment on').waitFor()
    await this.page.mouse.click(at.x, at.y)
    await this.newThread.getByRole('textbox').fill(text)
    await this.newThread.getByRole('button', { name: 'Comment' }).click()
  }

  async open(text: string): Promise<void> {
    await this.thread(text).getByRole('button').first().click()
  }

  async reply(to: string, text: string): Promise<void> {
    await this.open(to)
    await this.thread(to).getByRole('textbox', { name: 'Reply' }).fill(text)
    await this.thread(to).getByRole('button', { name: 'Reply' }).click()
  }

  async edit(text: string, to: string): Promise<void> {
    await this.comment(text).getByRole('button', { name: 'Edit' }).click()
    await this.page.getByRole('textbox', { name: 'Edit the comment' }).fill(to)
    await this.page.getByRole('button', { name: 'Save', exact: true }).click()
  }

  async delete(text: string): Promise<void> {
    const comment = this.comment(text)
    await comment.getByRole('button', { name: 'Delete', exact: true }).click()
    await comment.getByRole('button', { name: 'Delete this comment' }).click()
  }

  async filter(title: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: 'Show threads' }).selectOption(title)
  }
}
