/** The layout of the data folder. Everything that is kept lives in it, and only here are its names. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A data folder or a database that cannot be used; the message is a sentence for who runs the server. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

export function databaseFile(folder: string): string {
  return join(folder, 'loadbearing.sqlite')
}

export function assetsFolder(folder: string): string {
  return join(folder, 'assets')
}

export function secretFile(folder: string): string {
  return join(folder, 'session-secret')
}

export function lockFile(folder: string): string {
  return join(folder, 'lock')
}

/** Makes the folder and its parts when they are missing; answers the absolute path. */
export function openDataFolder(folder: string): string {
  const path = resolve(folder)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    mkdirSync(assetsFolder(path), { recursive: true })
    for (const part of [path, assetsFolder(path)]) requireWritableFolder(part)
  } catch (error) {
    throw new DataFolderError(
      `The data folder ${path} cannot be written (${reasonOf(error)}). Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
  return path
}

function requireWritableFolder(path: string): void {
  if (!statSync(path).isDirectory()) throw new Error('not a folder')
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}
