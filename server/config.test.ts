import { expect, test } from 'vitest'
import { parseConfig } from './config.ts'

function configOf(values: Record<string, string>) {
  const parsed = parseConfig(values)
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'))
  return parsed.config
}

test('has a default for everything', () => {
  expect(configOf({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: './data',
    publicOrigin: undefined,
    sessionSecret: undefined,
    logLevel: 'info',
    tldrawLicenseKey: undefined,
    policy: undefined,
    tls: undefined,
  })
})

test('takes an empty variable for an absent one', () => {
  expect(configOf({ PORT: '', PUBLIC_ORIGIN: '' })).toEqual(configOf({}))
})

test('reads what is set', () => {
  const config = configOf({
    PORT: '0',
    HOST: 'localhost',
    PUBLIC_ORIGIN: 'https://board.example.org/',
    TLS_CERT: 'a.pem',
    TLS_KEY: 'b.pem',
  })
  expect(config).toMatchObject({
    port: 0,
    host: 'localhost',
    publicOrigin: 'https://board.example.org',
    tls: { certFile: 'a.pem', keyFile: 'b.pem' },
  })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PUBLIC_ORIGIN', 'board.example.org'],
  ['PUBLIC_ORIGIN', 'https://board.example.org/boards'],
  ['PUBLIC_ORIGIN', 'ftp://board.example.org'],
  ['LOG_LEVEL', 'loud'],
  ['SESSION_SECRET', 'short'],
])('says in one sentence what is wrong with %s=%s', (name, value) => {
  const parsed = parseConfig({ [name]: value })
  const problems = 'problems' in parsed ? parsed.problems : []
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(new RegExp(`^${name} must .*\\.$`))
})

test('names every bad variable at once', () => {
  const parsed = parseConfig({ PORT: 'x', LOG_LEVEL: 'y' })
  expect('problems' in parsed && parsed.problems.length).toBe(2)
})

test('asks for the key when only the certificate is given', () => {
  const parsed = parseConfig({ TLS_CERT: 'a.pem' })
  expect(parsed).toEqual({
    problems: ['TLS_KEY is missing: https needs both TLS_CERT and TLS_KEY.'],
  })
})

test('does not repeat a secret', () => {
  expect(JSON.stringify(parseConfig({ SESSION_SECRET: 'hunter2' }))).not.toContain('hunter2')
})
