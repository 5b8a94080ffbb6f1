/** `npm run restore -- FILE [--force]`: puts a backup into the data folder of a stopped server. */
import { parseArgs } from 'node:util'
import { restoreBackup } from '#server/storage/backup/restore-backup.ts'
import { finish } from './finish.ts'

const usage = 'Usage: npm run restore -- FILE [--force]'

await finish(async () => {
  const request = readArguments()
  if (!request) return usage
  const folder = process.env['DATA_DIR'] ?? './data'
  const kept = await restoreBackup({ ...request, folder, now: Date.now() })
  console.log(`Restored ${request.from} into ${folder}.`)
  if (kept !== undefined) console.log(`What was there before is in ${kept}.`)
  return undefined
})

function readArguments(): { readonly from: string; readonly force: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { force: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [from, ...rest] = positionals
    return from === undefined || rest.length > 0 ? undefined : { from, force: values.force }
  } catch {
    return undefined
  }
}
