/** How a command about data ends: 0 when it did what it was asked, 2 with a sentence when it could not. */
import { AppError } from '#shared/errors.ts'
import { BackupError } from '#server/storage/backup/format.ts'
import { DataFolderError } from '#server/storage/data-folder.ts'

/** `work` answers the usage when it was called the wrong way. What is no refusal rises. */
export async function finish(work: () => Promise<string | undefined>): Promise<void> {
  const complaint = await work().catch((error: unknown) => {
    if (isRefusal(error)) return sentenceOf(error)
    throw error
  })
  if (complaint === undefined) return
  console.error(complaint)
  process.exitCode = 2
}

function isRefusal(error: unknown): error is Error {
  return (
    error instanceof BackupError ||
    error instanceof DataFolderError ||
    error instanceof AppError ||
    isSystemError(error)
  )
}

/** The table's sentence is for a person at a board; here the cause says more. */
function sentenceOf(error: Error): string {
  if (!(error instanceof AppError) || !(error.cause instanceof Error)) return error.message
  return `The disk cannot be read or written (${error.cause.message}). Nothing was changed.`
}

/** A disk that is full, a folder without rights: the system's message already names file and cause. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
