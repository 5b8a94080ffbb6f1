/** The dialog that hands out links, takes them back, and changes what people may do. */
import type { Locator, Page } from '@playwright/test'
import type { Role } from '#shared/access.ts'

export class Share {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Share this board' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click()
    await this.dialog.waitFor()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  /** Makes a link and answers it as it would be pasted. */
  async makeLink(role: Role): Promise<string> {
    await this.dialog.getByRole('combobox', { name: 'Role', exact: true }).selectOption(role)
    await this.dialog.getByRole('button', { name: 'Create link' }).click()
    return this.dialog.getByRole('textbox', { name: `Link for ${role}s` }).inputValue()
  }

  /** Revokes the one link that was made for a role. */
  async revoke(role: string): Promise<void> {
    const link = this.dialog.getByRole('list', { name: 'Links' }).getByRole('listitem')
    await link.filter({ hasText: role }).getByRole('button', { name: 'Revoke' }).click()
    await this.dialog.getByRole('button', { name: 'Revoke this link' }).click()
  }

  async changeRole(name: string, role: Role): Promise<void> {
    await this.dialog.getByRole('combobox', { name: `Role of ${name}` }).selectOption(role)
  }
}
