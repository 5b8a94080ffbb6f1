/** Serves the canvas alone: `npx vite --config client/testing/vite.canvas.config.ts`. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'client/testing',
  cacheDir: '../../node_modules/.vite-canvas',
  plugins: [react()],
  // Its imports of files by address cannot be bundled ahead.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: { port: 4310, strictPort: true, fs: { allow: ['../..'] } },
})
