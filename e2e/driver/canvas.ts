/** The drawing under the mouse and the keyboard. Components go by their labels. */
import type { Locator, Page } from '@playwright/test'

export interface Spot {
  readonly x: number
  readonly y: number
}

export type Side = 'top' | 'right' | 'bottom' | 'left'

export class Canvas {
  constructor(private readonly page: Page) {}

  get area(): Locator {
    return this.page.locator('.tl-canvas')
  }

  /** Where components are searched, from the palette or the keyboard. */
  get search(): Locator {
    return this.page.getByRole('combobox', { name: 'Search components' })
  }

  card(label: string): Locator {
    const name = this.page.locator('.lb-card__label').getByText(label, { exact: true })
    return this.page.locator('.lb-card').filter({ has: name })
  }

  boundary(label: string): Locator {
    return this.page.locator('.lb-boundary__header').filter({ hasText: label })
  }

  /** Labels of all components on the page, in the order of the alphabet. */
  async components(): Promise<readonly string[]> {
    return (await this.page.locator('.lb-card__label').allTextContents()).sort()
  }

  cursorOf(name: string): Locator {
    return this.page.locator('.tl-nametag').getByText(name)
  }

  get selectionsOfOthers(): Locator {
    return this.page.locator('.tl-collaborator__shape-indicator')
  }

  get marks(): Locator {
    return this.page.locator('.lb-mark')
  }

  markWith(title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`finding.*${title}`) }).first()
  }

  async focus(): Promise<void> {
    await this.page.locator('.tl-container').focus()
  }

  /** By keyboard: beside what is selected, and connected from it. */
  async insert(query: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('/')
    await this.search.waitFor()
    await this.page.keyboard.type(query)
    await this.page.keyboard.press('Enter')
    await this.search.waitFor({ state: 'detached' })
  }

  async openPalette(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add component' }).click()
    await this.search.waitFor()
  }

  /** Places it where there is room. */
  async pick(title: string): Promise<void> {
    await this.openPalette()
    await this.option(title).click()
  }

  async dragFromPalette(title: string, to: Spot): Promise<void> {
    await this.openPalette()
    await this.option(title).scrollIntoViewIfNeeded()
    await this.drag(await centreOf(this.option(title)), to)
  }

  async select(label: string): Promise<void> {
    const { x, y } = await centreOf(this.card(label))
    await this.page.mouse.click(x, y)
  }

  async selectNothing(): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('Escape')
  }

  async move(label: string, by: Spot): Promise<void> {
    const from = await centreOf(this.card(label))
    await this.drag(from, { x: from.x + by.x, y: from.y + by.y })
  }

  /** Pulls an arrow out of the handle that shows while the pointer is over a component. */
  async pullFrom(label: string, side: Side, to: Spot): Promise<void> {
    const centre = await centreOf(this.card(label))
    await this.page.mouse.move(centre.x - 3, centre.y)
    await this.page.mouse.move(centre.x, centre.y)
    const handle = this.page.getByRole('button', { name: `Connect from the ${side}` })
    await this.drag(await centreOf(handle), to)
  }

  async connectByHandle(from: string, to: string, side: Side = 'bottom'): Promise<void> {
    await this.pullFrom(from, side, await centreOf(this.card(to)))
  }

  /** Writes a new label in place. */
  async rename(label: string, to: string): Promise<void> {
    await this.select(label)
    await this.page.keyboard.press('F2')
    await this.page.getByRole('textbox', { name: 'Label' }).fill(to)
    await this.page.keyboard.press('Enter')
  }

  async undo(): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('Control+z')
  }

  async press(...keys: readonly string[]): Promise<void> {
    await this.focus()
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Once the camera has come to rest. */
  async centreOf(label: string): Promise<Spot> {
    const card = this.card(label)
    await (await card.elementHandle())?.waitForElementState('stable')
    return centreOf(card)
  }

  async drag(from: Spot, to: Spot): Promise<void> {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
    await mouse.move(to.x, to.y, { steps: 5 })
    await mouse.up()
  }

  private option(title: string): Locator {
    return this.page.getByRole('option', { name: title, exact: true }).last()
  }
}

/** Middle of an element, once it stays where it is. */
export async function centreOf(locator: Locator): Promise<Spot> {
  await locator.waitFor()
  let before = await locator.boundingBox()
  for (;;) {
    const now = await locator.boundingBox()
    if (now !== null && before?.x === now.x && before.y === now.y) {
      return { x: now.x + now.width / 2, y: now.y + now.height / 2 }
    }
    before = now
  }
}
