/** Leaves modules out of a build that nothing of ours ever calls, however many others import them. */
import type { Plugin } from 'vite'

export interface LeftOut {
  /** Of the module, as it is written where it is imported. */
  readonly name: RegExp
  /** What others import from it by name; each is undefined then. The default export is an empty text. */
  readonly exports?: readonly string[]
}

const prefix = '\0left-out-'

export function leaveOut(modules: readonly LeftOut[]): Plugin {
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => {
      const at = modules.findIndex(({ name }) => name.test(id))
      return at < 0 ? undefined : `${prefix}${at}`
    },
    load: (id) => {
      if (!id.startsWith(prefix)) return undefined
      const names = modules[Number(id.slice(prefix.length))]?.exports ?? []
      const lines = names.map((name) => `export const ${name} = undefined`)
      return ["export default ''", ...lines].join('\n')
    },
  }
}
