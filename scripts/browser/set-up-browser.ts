/** Makes sure that the end-to-end tests have a browser, and says what it does about it. */
import { existsSync } from 'node:fs'
import { run, runNpx } from '../run.ts'
import { findBrowser } from './find-browser.ts'

type Way = readonly [name: string, install: () => Promise<boolean>]

const ways: readonly Way[] = [
  [
    "Playwright's Chromium",
    async () => (await runNpx(['playwright', 'install', 'chromium'])) === 0,
  ],
  ["the system's Chromium by apt-get", installByApt],
]

/** Path of a browser, installed now when there was none. Throws a sentence that says what to do by hand. */
export async function setUpBrowser(): Promise<string> {
  const found = findBrowser()
  if (found !== undefined) {
    console.log(`Browser for the tests: ${found}`)
    return found
  }
  for (const [name, install] of ways) {
    console.log(`No Chromium found. Installing ${name} …`)
    await install()
    const installed = findBrowser()
    if (installed !== undefined) {
      console.log(`Browser for the tests: ${installed}`)
      return installed
    }
    console.log(`That did not bring a browser.`)
  }
  throw new Error(
    'No Chromium for the end-to-end tests, and none could be installed. Install Chromium or Chrome, ' +
      'or set CHROMIUM_PATH to one.',
  )
}

async function installByApt(): Promise<boolean> {
  if (!existsSync('/usr/bin/apt-get')) return false
  const isRoot = process.getuid?.() === 0
  const apt = (args: readonly string[]) =>
    isRoot ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args])
  await apt(['update', '-qq'])
  return (await apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) === 0
}
