/** Leaves modules out of a build: each becomes an empty one. */
import type { Plugin } from 'vite'

const empty = '\0left-out'

export function leaveOut(name: RegExp): Plugin {
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (name.test(id) ? empty : undefined),
    load: (id) => (id === empty ? 'export {}' : undefined),
  }
}
