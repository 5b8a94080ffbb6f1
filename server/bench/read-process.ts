/** What a process has used so far, by /proc; zero where there is none. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Usage {
  /** Milliseconds of processor, all threads. */
  readonly cpu: number
  /** MB resident. */
  readonly memory: number
}

export function readProcess(pid: number): Usage {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const cpu = threads.reduce((sum, thread) => sum + cpuOf(pid, thread), 0)
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return { cpu, memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
  } catch {
    return { cpu: 0, memory: 0 }
  }
}

function cpuOf(pid: number, thread: string): number {
  const [nanos = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
  return Number(nanos) / 1e6
}
