/**
 * Builds server and command line into `dist/server`. Packages stay outside of the bundle: some are
 * native, and the installation that built it is there to run it.
 */
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: 'server/main.ts',
        backup: 'server/cli/backup.ts',
        restore: 'server/cli/restore.ts',
        loadbearing: 'server/cli/loadbearing.ts',
        'exchange-worker': 'server/services/exchange/exchange-worker.ts',
      },
      // All in one folder, where whoever starts a thread finds its file beside their own.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
