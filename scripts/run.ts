/** Runs a program with the terminal it was given, and says how it ended. */
import { spawn } from 'node:child_process'

/** Resolves with the exit code; a program that was killed or could not start counts as 1. */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs a script of package.json, or any program that the project's packages bring. */
export function runNpx(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return run('npx', ['--no-install', ...args], env)
}
