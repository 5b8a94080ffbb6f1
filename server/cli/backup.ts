/** `npm run backup -- FILE`: one file with everything in the data folder, made while the server runs. */
import { writeBackup } from '#server/storage/backup/write-backup.ts'
import { finish } from './finish.ts'

await finish(async () => {
  const [to, ...rest] = process.argv.slice(2)
  if (to === undefined || to.startsWith('-') || rest.length > 0) {
    return 'Usage: npm run backup -- FILE'
  }
  const folder = process.env['DATA_DIR'] ?? './data'
  const files = await writeBackup({ folder, to, now: Date.now() })
  console.log(`Backed up ${files} files from ${folder} to ${to}.`)
  console.log('Keep it safe: it holds the secret that signs sessions.')
  return undefined
})
