/** Source files → what each imports, resolved as the programs resolve it. Reads files, judges nothing. */
import { readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'
import { ResolverFactory } from 'oxc-resolver'

export interface Import {
  readonly specifier: string
  /** A path from the root, the name of a package (with its subpath), or `node:…`. */
  readonly target: string
}

/** Files by path from the root, each with its imports. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>

const folders = ['shared', 'server', 'client', 'e2e', 'scripts']
const source = /\.tsx?$/
/** A worker is named by its address, not imported. */
const workerAddress = /new URL\(\s*['"](\.[^'"]+\.tsx?)['"],\s*import\.meta\.url/g
const resolver = new ResolverFactory({
  extensions: ['.ts', '.tsx'],
  conditionNames: ['import', 'node', 'default'],
})

/** Every source file below the project's folders, and those at the root. Throws on a file that does not parse. */
export function readImports(root: string): ImportGraph {
  const graph = new Map<string, readonly Import[]>()
  for (const file of sourceFiles(root)) {
    const text = readFileSync(join(root, file), 'utf8')
    graph.set(
      file,
      specifiersOf(file, text).map((specifier) => ({
        specifier,
        target: resolve(root, file, specifier),
      })),
    )
  }
  return graph
}

/** Static, dynamic and re-exporting imports, types included: a direction counts for types too. */
export function specifiersOf(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text)
  const broken = errors[0]
  if (broken !== undefined) throw new Error(`${file}: ${broken.message}`)
  const found = new Set(module.staticImports.map((item) => item.moduleRequest.value))
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest) found.add(entry.moduleRequest.value)
    }
  }
  for (const item of module.dynamicImports) {
    const { start, end } = item.moduleRequest
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(start, end))
    if (literal?.[2] !== undefined) found.add(literal[2])
  }
  for (const [, worker] of text.matchAll(workerAddress)) if (worker !== undefined) found.add(worker)
  return [...found]
}

function resolve(root: string, file: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '')
  if (isBuiltin(bare)) return bare.startsWith('node:') ? bare : `node:${bare}`
  const isLocal = bare.startsWith('.') || bare.startsWith('#')
  if (!isLocal) return bare
  const { path } = resolver.sync(dirname(join(root, file)), bare)
  if (path === undefined) throw new Error(`${file}: "${specifier}" leads nowhere`)
  return relative(root, path)
}

function sourceFiles(root: string): string[] {
  const atRoot = readdirSync(root).filter((name) => source.test(name))
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => source.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  )
  return [...atRoot, ...below].sort()
}
