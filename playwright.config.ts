import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/browser/find-browser.ts'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  // Two cores drive up to three browsers: a journey that needs its second try is printed as flaky, and is
  // a fault to look into, but it does not keep everything else from landing.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  outputDir: 'test-results/journeys',
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      // A name as on a LAN, where pages come over plain http and lack what secure contexts have.
      args: [...browserArguments, '--host-resolver-rules=MAP board.lan 127.0.0.1'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
})
