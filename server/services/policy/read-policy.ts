/** Finds and reads a team's policy, for the command line and for a server alike. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { policySchema, type Policy } from '#shared/checker/policy.ts'
import { PolicyError } from './policy-error.ts'

export const policyFile = 'loadbearing.config.json'

/** Throws `PolicyError` with file, place and what is expected there. */
export async function readPolicy(file: string): Promise<Policy> {
  const read = policySchema.safeParse(parseJson(await textOf(file), file))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  throw new PolicyError(`${shown(file)} is no policy${place}: ${issue?.message ?? 'unknown form'}.`)
}

/** The nearest policy at or above a folder. */
export function findPolicy(from: string): string | undefined {
  const here = join(from, policyFile)
  if (existsSync(here)) return here
  const above = dirname(from)
  return above === from ? undefined : findPolicy(above)
}

/** As somebody in the working folder would call it. */
export function shown(file: string): string {
  return (relative('.', file) || file).replaceAll('\\', '/')
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new PolicyError(`${shown(file)} could not be read: ${messageOf(error)}`)
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new PolicyError(`${shown(file)} is not JSON: ${messageOf(error)}`)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
