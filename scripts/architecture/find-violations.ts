/** Judges imports by the table. Pure: it sees the graph and the table, never a file. */
import type { Import, ImportGraph } from './read-imports.ts'
import type { ForbiddenReach, Layer } from './table.ts'

export interface Table {
  readonly layers: readonly Layer[]
  readonly forbiddenReaches: readonly ForbiddenReach[]
  readonly entries: RegExp
}

/** One sentence per violation; empty when the architecture holds. */
export function findViolations(graph: ImportGraph, table: Table): string[] {
  return [
    ...[...graph].flatMap(([file, imports]) => wrongDirections(file, imports, table.layers)),
    ...table.forbiddenReaches.flatMap((rule) => wrongReaches(graph, rule)),
    ...cycles(graph),
    ...unreached(graph, table.entries),
  ]
}

function wrongDirections(
  file: string,
  imports: readonly Import[],
  layers: readonly Layer[],
): string[] {
  const layer = layerOf(file, layers)
  if (layer === undefined) return [`${file} belongs to no layer of the table`]
  return imports.flatMap(({ target }) => {
    const problem = isFile(target)
      ? wrongFile(file, target, layer, layers)
      : wrongPackage(target, layer)
    return problem === undefined ? [] : [`${file} imports ${target}: ${problem}`]
  })
}

function wrongFile(
  file: string,
  target: string,
  layer: Layer,
  layers: readonly Layer[],
): string | undefined {
  const other = layerOf(target, layers)
  if (other === undefined) {
    return /\.(json|css|svg|png|woff2)$/.test(target) ? undefined : 'it belongs to no layer'
  }
  if (other === layer) return crossesSiblings(file, target, layer)
  if (layer.mayUse.includes('*') || layer.mayUse.includes(other.name)) return undefined
  return `${layer.name} may not use ${other.name}`
}

function crossesSiblings(file: string, target: string, layer: Layer): string | undefined {
  const { isolated } = layer
  if (isolated === undefined) return undefined
  const folderOf = (path: string) => path.slice(isolated.length).split('/')[0]
  return folderOf(file) === folderOf(target)
    ? undefined
    : 'a feature never imports another feature; they meet in client/app'
}

function wrongPackage(target: string, layer: Layer): string | undefined {
  return layer.packages.test(target) ? undefined : `${layer.name} may not use this package`
}

function wrongReaches(graph: ImportGraph, rule: ForbiddenReach): string[] {
  return [...graph.keys()]
    .filter((file) => rule.from.test(file))
    .flatMap((file) => {
      const path = pathTo(graph, file, (target) => rule.to.test(target))
      return path === undefined ? [] : [`${path.join(' → ')}: ${rule.why}`]
    })
}

function cycles(graph: ImportGraph): string[] {
  const found = new Map<string, string>()
  for (const file of graph.keys()) {
    const path = pathTo(graph, file, (target) => target === file)
    const members = new Set(path)
    const key = [...members].sort().join()
    if (path !== undefined && !found.has(key)) found.set(key, `import cycle: ${path.join(' → ')}`)
  }
  return [...found.values()]
}

/** The shortest way over at least one import from a file to one that `isEnd` accepts, both ends included. */
function pathTo(
  graph: ImportGraph,
  from: string,
  isEnd: (target: string) => boolean,
): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const waiting = [from]
  for (const file of waiting) {
    for (const { target } of graph.get(file) ?? []) {
      if (cameFrom.has(target)) continue
      cameFrom.set(target, file)
      if (isEnd(target)) return pathBack(cameFrom, from, target)
      waiting.push(target)
    }
  }
  return undefined
}

function pathBack(cameFrom: ReadonlyMap<string, string>, from: string, end: string): string[] {
  const path = [end]
  let file = cameFrom.get(end)
  while (file !== undefined && file !== from) {
    path.unshift(file)
    file = cameFrom.get(file)
  }
  return [from, ...path]
}

function unreached(graph: ImportGraph, entries: RegExp): string[] {
  const reached = new Set<string>([...graph.keys()].filter((file) => entries.test(file)))
  for (const file of reached) {
    for (const { target } of graph.get(file) ?? []) reached.add(target)
  }
  return [...graph.keys()]
    .filter(
      (file) => !reached.has(file) && !/\.(test|contract)\.tsx?$|\/(testing|contract)\//.test(file),
    )
    .map((file) => `${file} is reached from no entry: use it or delete it`)
}

function layerOf(file: string, layers: readonly Layer[]): Layer | undefined {
  return layers.find((layer) => layer.files.test(file))
}

function isFile(target: string): boolean {
  return /^(shared|server|client|e2e|scripts)\/|^[^/@]+\.(ts|json)$/.test(target)
}
