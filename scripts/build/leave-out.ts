/**
 * Leaves modules out of a build: each becomes an empty one, whose default export, where somebody asks
 * for it, is an empty address.
 */
import type { Plugin } from 'vite'

const empty = '\0left-out'

export function leaveOut(...names: readonly RegExp[]): Plugin {
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (names.some((name) => name.test(id)) ? empty : undefined),
    load: (id) => (id === empty ? "export default ''" : undefined),
  }
}
