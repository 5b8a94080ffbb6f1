/** Somebody with a browser of their own. What only prepares a journey goes over REST; the rest is gestures. */
import type { APIResponse, Locator, Page } from '@playwright/test'
import type { Role } from '#shared/access.ts'
import { boardSummary, linkMade } from '#shared/api.ts'
import { Board } from './board.ts'
import { Home } from './home.ts'

export interface NewBoard {
  readonly title?: string
  readonly scenario?: string
  readonly as?: 'interviewer' | 'candidate'
}

export class Person {
  readonly home: Home
  readonly board: Board

  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {
    this.home = new Home(page)
    this.board = new Board(page)
  }

  /** Address of the page that is open, below the origin. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  get boardId(): string {
    const [, id] = /^\/b\/([^/]+)/.exec(this.path) ?? []
    if (id === undefined) throw new Error(`No board is open at ${this.path}`)
    return id
  }

  async call(name: string): Promise<void> {
    await this.page.request.get('/api/me')
    await this.send('PATCH', '/api/me', { name })
  }

  /** The same person in the same browser. */
  async anotherTab(): Promise<Person> {
    return new Person(await this.page.context().newPage(), this.origin)
  }

  /** Makes a board and opens it. */
  async newBoard(board: NewBoard = {}): Promise<void> {
    const answer = await this.send('POST', '/api/boards', board)
    await this.openBoard(boardSummary.parse(await answer.json()).id)
  }

  async openBoard(id: string): Promise<void> {
    await this.page.goto(`/b/${id}`)
    await this.board.opened()
  }

  /** A link to the open board, as its owner makes it; answers its token. */
  async invite(role: Role): Promise<string> {
    const answer = await this.send('POST', `/api/boards/${this.boardId}/links`, { role })
    return linkMade.parse(await answer.json()).token
  }

  async join(token: string): Promise<void> {
    await this.page.goto(`/join/${token}`)
    await this.board.opened()
  }

  /** What the page says in passing. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Messages' }).getByText(text)
  }

  async send(method: 'POST' | 'PATCH', path: string, data: object): Promise<APIResponse> {
    const headers = { origin: this.origin }
    const answer = await this.page.request.fetch(path, { method, data, headers })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()}`)
    return answer
  }

  /** The `Cookie` header of this browser, for a client of the raw protocol. */
  async cookie(): Promise<string> {
    const cookies = await this.page.context().cookies(this.origin)
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
}
