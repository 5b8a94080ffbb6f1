/**
 * A page of its own for boards, with links to everything that a board needs at once: the browser fetches
 * and compiles it while the first script still finds out that it is a board.
 */
import type { Plugin, Rolldown } from 'vite'

const source = 'index.html'
const target = 'board.html'

/** `entry` ends the path of the module that a board begins with. */
export function boardPage(entry: string): Plugin {
  return {
    name: 'board-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle[source]
      if (page?.type !== 'asset') throw new Error(`${source} was not built`)
      const html = String(page.source)
      const links = linksFor(bundle, entry).filter(({ href }) => !html.includes(`"${href}"`))
      const text = html.replace('</head>', `${links.map(printLink).join('')}  </head>`)
      this.emitFile({ type: 'asset', fileName: target, source: text })
    },
  }
}

interface Link {
  readonly rel: string
  readonly href: string
}

function linksFor(bundle: Rolldown.OutputBundle, entry: string): readonly Link[] {
  const first = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(entry),
  )
  if (first?.type !== 'chunk') throw new Error(`No chunk begins with ${entry}`)
  const chunks = new Map<string, Rolldown.OutputChunk>()
  const follow = (chunk: Rolldown.OutputChunk) => {
    if (chunks.has(chunk.fileName)) return
    chunks.set(chunk.fileName, chunk)
    for (const name of chunk.imports) {
      const next = bundle[name]
      if (next?.type === 'chunk') follow(next)
    }
  }
  follow(first)
  const styles = [...chunks.values()].flatMap((chunk) => [
    ...(chunk.viteMetadata?.importedCss ?? []),
  ])
  return [
    ...[...chunks.keys()].map((name) => ({ rel: 'modulepreload', href: `/${name}` })),
    ...[...new Set(styles)].map((name) => ({ rel: 'preload" as="style', href: `/${name}` })),
  ]
}

function printLink({ rel, href }: Link): string {
  return `    <link rel="${rel}" crossorigin href="${href}">\n`
}
