/** Checks the types of every folder on its own, so that `window` in the server is a type error. */
import { runNpx } from './run.ts'

const folders = ['shared', 'server', 'client', 'client/worker', 'e2e', 'scripts']
const codes = await Promise.all(folders.map((folder) => runNpx(['tsc', '-p', folder, '--pretty'])))
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0
