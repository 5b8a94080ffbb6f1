/** How a command about data ends: 0 when it did what it was asked, 2 with a sentence when it could not. */
import { AppError } from '#shared/errors.ts'
import { BackupError } from '#server/storage/backup/format.ts'
import { DataFolderError } from '#server/storage/data-folder.ts'

/** `work` answers the usage when it was called the wrong way. What is no refusal rises. */
export async function finish(work: () => Promise<string | undefined>): Promise<void> {
  const complaint = await work().catch((error: unknown) => {
    if (isRefusal(error)) return error.message
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

/** A disk that is full, a folder without rights: the system's message already names file and cause. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
