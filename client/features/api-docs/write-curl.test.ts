import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { ApiCall } from './read-document.ts'
import { writeCurl } from './write-curl.ts'

const call: ApiCall = {
  id: 'post-api-check',
  method: 'POST',
  path: '/api/check',
  summary: '',
  isPublic: true,
  parameters: [],
  body: undefined,
  answers: [],
}

test('a shell hands the body on as it was, whatever is in it', () => {
  const body = JSON.stringify({ text: `a["it's $HOME"] --> b\n\`ls\` \\` })
  const line = writeCurl(call, 'http://localhost:3000', body)
  expect(line).not.toContain('\n')
  const shell = `curl() { printf '%s\\n' "$@"; }; ${line}`
  expect(execFileSync('sh', ['-c', shell], { encoding: 'utf8' }).trimEnd().split('\n')).toEqual([
    '-sS',
    'http://localhost:3000/api/check',
    '-H',
    'content-type: application/json',
    '--data-raw',
    body,
  ])
})

test('a question needs no body', () => {
  const rules = { ...call, method: 'GET', path: '/api/rules' }
  expect(writeCurl(rules, 'https://boards.test')).toBe(`curl -sS 'https://boards.test/api/rules'`)
})
