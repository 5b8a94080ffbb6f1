/**
 * The structured log: one JSON object a line on standard output. What people draw or write never
 * enters it; ids, codes, sizes and times do.
 */
import { type DestinationStream, pino, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

export type Log = Logger

/** `destination` is standard output when absent. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: undefined, redact: ['cookie', 'token', 'secret'] }
  return destination === undefined ? pino(options) : pino(options, destination)
}
