/** Builds the client into `dist/client`; in development it stands before the server on port 3000. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://localhost:3000'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  // Its imports of files by address cannot be bundled ahead in development.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: false,
    // Since then browsers know light-dark(), on which the tokens rest.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 600,
  },
  server: {
    proxy: { '/api': server, '/live': { target: server, ws: true } },
  },
})
