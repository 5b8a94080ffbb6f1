import { useEffect, useState } from 'react'
import { designOf, type Graph, type Scale } from '#shared/design/design.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { createCheckRunner } from './check-runner.ts'
import { nothingJudged, type Judged } from './judged.ts'

/** How long drawing rests before a check, in milliseconds. */
const pause = 400

export interface Findings extends Judged {
  /** The drawing that they speak of. */
  readonly graph: Graph | undefined
}

const none: Findings = { ...nothingJudged, graph: undefined }

/** The findings of the page that is drawn on, kept current at every pause. */
export function useFindings(handle: CanvasHandle | undefined, scale: Scale): Findings {
  const [found, setFound] = useState(none)
  useEffect(() => {
    if (handle === undefined) return undefined
    const runner = createCheckRunner()
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = () => {
      const graph = handle.graph()
      runner.check(designOf(graph, { scale }), (judged) => setFound({ ...judged, graph }))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(check, pause)
    }
    later()
    const stop = handle.subscribe('graph', later)
    return () => {
      stop()
      clearTimeout(timer)
      runner.close()
    }
  }, [handle, scale])
  return found
}
