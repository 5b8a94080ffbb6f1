import { describe, expect, it } from 'vitest'
import { denies, says, saysOutright } from './says.ts'

const auth = /\b(?:auth\w*|oauth|tokens?|jwt|log ?in)\b/i
const tls = /\b(?:https|m?tls)\b/i

describe('says', () => {
  it.each([
    ['OAuth at the gateway; TLS everywhere', auth],
    ['OAuth at the gateway; TLS everywhere', tls],
    ['No passwords of our own, OAuth with Google', auth],
    ['Nothing gets in without a token', auth],
    ['Requests without a token are refused with 401', auth],
    ['No request is answered until the token was checked', auth],
    ['Not only TLS at the edge but also inside', tls],
    ['TLS 1.2 or newer', tls],
    ['TLS is not optional', tls],
    ['Nobody logs in with a password: OAuth through Okta', auth],
    ['There is no VPN. The gateway checks tokens', auth],
    ['Without auth nobody can write', auth],
    ['no VPN, no passwords, tokens expire hourly', auth],
    ['Do we need tokens? Yes, tokens of an hour', auth],
  ])('hears it in “%s”', (text, words) => {
    expect(says(text, words)).toBe(true)
    expect(denies(text, words)).toBe(false)
  })

  it.each([
    ['no auth yet', auth],
    ['we have no passwords, OAuth or magic links', auth],
    ['so tokens were left out', auth],
    ['Tokens come in the second release', auth],
    ['There is no auth in this version', auth],
    ['Traffic runs without TLS', tls],
    ['auth: none', auth],
    ['Auth is not there yet', auth],
    ['authentication: TODO', auth],
    ['Auth comes later', auth],
    ['auth missing', auth],
    ['We do not use TLS inside', tls],
    ['The service lacks any login', auth],
    ['Out of scope are logins and auth', auth],
    ["It doesn't check tokens", auth],
    ['Auth (not yet decided)', auth],
    ['Auth will be added later', auth],
    ['There is neither TLS nor auth', auth],
    ['There is neither TLS nor auth', tls],
  ])('hears that it is not there in “%s”', (text, words) => {
    expect(says(text, words)).toBe(false)
    expect(denies(text, words)).toBe(true)
  })

  it('hears nothing in a text about something else', () => {
    expect(says('Orders are kept for two years', auth)).toBe(false)
    expect(denies('Orders are not kept', auth)).toBe(false)
    expect(says('', auth)).toBe(false)
  })

  it('believes one sentence that says it against another one that does not', () => {
    expect(says('No TLS inside the cluster. TLS at the edge.', tls)).toBe(true)
  })
})

describe('saysOutright', () => {
  const plain = /\bpasswords?\b[^.;]*\bplain text\b/i

  it.each(['Passwords are kept in plain text', 'No hashing yet, passwords lie in plain text'])(
    'hears it in “%s”',
    (text) => expect(saysOutright(text, plain)).toBe(true),
  )

  it.each([
    'Passwords are never kept in plain text',
    'Passwords are hashed rather than kept in plain text',
    'We do not keep passwords in plain text',
    'Nothing about it',
  ])('does not hear it in “%s”', (text) => expect(saysOutright(text, plain)).toBe(false))
})

it('takes a question for neither a yes nor a no', () => {
  expect(says('Sessions or tokens? Sessions.', auth)).toBe(false)
  expect(denies('Sessions or tokens? Sessions.', auth)).toBe(false)
})
