/**
 * The structured log: one JSON object a line on standard output. What people draw or write never
 * enters it; ids, codes, sizes and times do.
 */
import { type DestinationStream, pino, type Logger } from 'pino'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type Log = Logger

/** `destination` is standard output when absent. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, redact: ['cookie', 'token', 'secret'] }
  return destination === undefined ? pino(options) : pino(options, destination)
}
