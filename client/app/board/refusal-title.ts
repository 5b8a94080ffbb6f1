/** Headings over the sentences of `shared/errors.ts`, for refusals that take the whole page. */
const titles: Readonly<Record<string, string>> = {
  not_a_member: 'This board is not open to you',
  role_may_not: 'This board is closed to you',
  unknown_board: 'There is no board here',
  revoked_link: 'You were taken off this board',
  older_client: 'This page is older than the board',
  board_full: 'This board is full',
  offline: 'The server cannot be reached',
  not_signed_in: 'Your browser is not known here yet',
}

export function refusalTitle(code: string): string {
  return titles[code] ?? 'This board cannot be opened now'
}
