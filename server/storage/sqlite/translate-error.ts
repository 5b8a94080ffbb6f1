/** Tells a disk that cannot be written from a bug: the first is a refusal, the second rises as it is. */
import { AppError } from '#shared/errors.ts'

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const diskCodes: readonly number[] = [
  8, // READONLY
  10, // IOERR
  13, // FULL
  14, // CANTOPEN
]

/** Extended codes keep the primary one in their lowest byte. */
export function translateError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  if (typeof error.errcode !== 'number' || !diskCodes.includes(error.errcode & 0xff)) return error
  const refusal = new AppError('storage_unavailable')
  refusal.cause = error
  return refusal
}

/** Runs `work` and lets only translated errors out. */
export function translating<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw translateError(error)
  }
}
