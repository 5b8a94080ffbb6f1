/** The thread that reads, writes and judges files, so that a large one holds nobody up. */
import { parentPort } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import type { Job, JobAnswer, ReadFile } from './jobs.ts'
import { printFile, recallRecords } from './print-file.ts'
import { readFile } from './read-file.ts'

parentPort?.on('message', (job: Job) => {
  // What is no refusal rises: it ends this thread, and the next job gets a new one.
  void answer(job).then((message) => parentPort?.postMessage(message, buffersOf(message)))
})

async function answer(job: Job): Promise<JobAnswer> {
  try {
    return await work(job)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { type: 'refused', code: error.code, detail: error.detail }
  }
}

async function work(job: Job): Promise<JobAnswer> {
  switch (job.type) {
    case 'read':
      return { type: 'read', file: await readFile(job) }
    case 'print':
      return { type: 'printed', text: await printFile(job) }
    case 'recall':
      return { type: 'recalled', records: recallRecords(job) }
    case 'judge':
      return { type: 'judged', judgement: await (await loadJudges()).judgeText(job) }
    case 'packs':
      return { type: 'packs', packs: await (await loadJudges()).describePacks(job) }
    case 'drawing':
      return { type: 'drawing', judgement: await (await loadJudges()).judgeDrawing(job) }
    case 'understand':
      return { type: 'understood', understood: (await loadJudges()).understandText(job) }
    default:
      return job satisfies never
  }
}

/** Only for who judges: board files need neither rules nor kinds. */
function loadJudges() {
  return import('./judge-text.ts')
}

/** Handed over instead of copied. */
function buffersOf(message: JobAnswer): ArrayBuffer[] {
  if (message.type === 'printed') return ownBuffer(message.text)
  return message.type === 'read' ? partsOf(message.file).flatMap(ownBuffer) : []
}

function partsOf({ design, room, pictures }: ReadFile): Uint8Array[] {
  return [...design, ...room, ...pictures.map(({ bytes }) => bytes)]
}

/** A buffer that holds more than these bytes may be somebody else's, and is copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
