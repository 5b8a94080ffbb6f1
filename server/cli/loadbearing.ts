/** The command line: `loadbearing check | convert | rules | diff`. It prints, and ends with 0, 1 or 2. */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { severities } from '#shared/checker/define-rule.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { check, checkFormats } from './loadbearing/check.ts'
import { convert, convertTargets } from './loadbearing/convert.ts'
import { diff, diffFormats } from './loadbearing/diff.ts'
import { listRules } from './loadbearing/list-rules.ts'
import { PolicyError } from '#server/services/policy/policy-error.ts'
import { findPolicy } from '#server/services/policy/read-policy.ts'
import { usage, UsageError } from './loadbearing/usage.ts'

type Values = Readonly<Record<string, string | boolean | undefined>>
type Command = (names: readonly string[], values: Values) => Promise<number>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const commands: Readonly<
  Record<string, readonly [Command, Record<string, typeof text | typeof flag>]>
> = {
  check: [runCheck, { format: text, 'fail-on': text, config: text, 'no-config': flag }],
  convert: [runConvert, { to: text, out: text }],
  rules: [runRules, { format: text }],
  diff: [runDiff, { format: text, findings: flag, config: text, 'no-config': flag }],
}

// Whoever reads along may have had enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!isComplaint(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

async function run([name = 'help', ...rest]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name) || rest.includes('--help')) return print(usage)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new UsageError(`There is no command "${name}".\n\n${usage}`)
  const [work, options] = command
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
  return work(positionals, values)
}

async function runCheck(names: readonly string[], values: Values): Promise<number> {
  if (names.length === 0) throw new UsageError(`check expects a file.\n\n${usage}`)
  const { output, remarks, exitCode } = await check({
    names,
    format: choose('format', values, checkFormats, 'text'),
    failOn: failOnOf(values),
    config: configOf(values),
    today: today(),
    hasColors: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  })
  for (const remark of remarks) process.stderr.write(`${remark}\n`)
  print(output)
  return exitCode
}

async function runConvert([file, ...more]: readonly string[], values: Values): Promise<number> {
  if (file === undefined || more.length > 0) throw new UsageError('convert expects one file.')
  const to = choose('to', values, convertTargets)
  const written = await convert(file, to)
  if (typeof values['out'] !== 'string') return print(written)
  await writeFile(values['out'], written)
  return 0
}

async function runRules([id]: readonly string[], values: Values): Promise<number> {
  return print(listRules(rules, id, choose('format', values, ['text', 'json'], 'text')))
}

async function runDiff(
  [before, after, ...more]: readonly string[],
  values: Values,
): Promise<number> {
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError(`diff expects two files.\n\n${usage}`)
  }
  const { output, remarks, exitCode } = await diff({
    before,
    after,
    format: choose('format', values, diffFormats, 'text'),
    findings:
      values['findings'] === true ? { config: configOf(values), today: today() } : undefined,
  })
  for (const remark of remarks) process.stderr.write(`${remark}\n`)
  print(output)
  return exitCode
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function failOnOf(values: Values) {
  if (values['fail-on'] === undefined) return undefined
  return choose('fail-on', values, [...severities, 'never'])
}

function configOf(values: Values): string | undefined {
  if (values['no-config'] === true) return undefined
  return typeof values['config'] === 'string' ? values['config'] : findPolicy(process.cwd())
}

function choose<T extends string>(
  option: string,
  values: Values,
  choices: readonly T[],
  otherwise?: T,
): T {
  const wanted = values[option] ?? otherwise
  const chosen = choices.find((choice) => choice === wanted)
  if (chosen !== undefined) return chosen
  throw new UsageError(`--${option} expects one of ${choices.join(', ')}.`)
}

function print(text: string): 0 {
  process.stdout.write(text)
  return 0
}

/** A call that went wrong, a file that cannot be written: told in a sentence, without a trace. */
function isComplaint(error: unknown): error is Error {
  if (error instanceof UsageError || error instanceof PolicyError) return true
  if (!(error instanceof Error) || !('code' in error)) return false
  return 'syscall' in error || String(error.code).startsWith('ERR_PARSE_ARGS')
}
