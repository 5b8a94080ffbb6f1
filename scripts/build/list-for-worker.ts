/**
 * Tells the service worker which files to keep, by putting the list into its code. A changed list
 * changes the code, and that is how a browser notices a new version.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The interface is English; the other languages of tldraw and its embed icons stay on the server. */
const isKept = (name: string) =>
  /\.(js|css|woff2|svg)$/.test(name) || /(^|\/)(main|en)-[^/]*\.json$/.test(name)

export function listForWorker(workerFile: string): Plugin {
  return {
    name: 'list-for-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle[workerFile]
      if (worker?.type !== 'chunk') throw new Error(`${workerFile} was not built`)
      const files = Object.keys(bundle)
        .filter((name) => name !== workerFile && isKept(name))
        .sort()
        .map((name) => `/${name}`)
      const list = JSON.stringify(['/', '/theme.js', '/icon.svg', ...files])
      const version = createHash('sha256').update(list).digest('hex').slice(0, 12)
      worker.code = worker.code
        .replace(/(["'`])__FILES__\1/, () => JSON.stringify(list))
        .replaceAll('__VERSION__', version)
    },
  }
}
