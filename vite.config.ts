/** Builds the client into `dist/client`; scripts/dev.ts serves it in development. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { boardPage } from './scripts/build/board-page.ts'
import { compressFiles } from './scripts/build/compress-files.ts'
import { leaveOut } from './scripts/build/leave-out.ts'
import { listForWorker } from './scripts/build/list-for-worker.ts'

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))

export default defineConfig({
  root: 'client',
  plugins: [
    react(),
    leaveOut([
      // tldraw brings polyfills of `Array.prototype.at` and the like, which our browsers have.
      { name: /^core-js\// },
      // We never embed pages, and our interface is English: tldraw's list of addresses (the pictures
      // themselves, as they are small) would be 30 KB that nobody asks for.
      { name: /^\.\/embed-icons\/.*\?url$/ },
      { name: /^\.\/translations\/(?!en\.).*\?url$/ },
      // tldraw's own keeping of boards in the browser; ours are kept by client/live.
      { name: /\/sync\/TLLocalSyncClient\.mjs$/, exports: ['TLLocalSyncClient'] },
      // Insides of dialogs and menus that our canvas does not have (canvas-components.tsx).
      {
        name: /\/DefaultDebugMenuContent\.mjs$/,
        exports: ['DebugFlags', 'DefaultDebugMenuContent', 'ExampleDialog', 'FeatureFlags'],
      },
      {
        name: /\/DefaultKeyboardShortcutsDialogContent\.mjs$/,
        exports: ['DefaultKeyboardShortcutsDialogContent'],
      },
      { name: /\/ElbowArrowDebug\.mjs$/, exports: ['ElbowArrowDebug'] },
    ]),
    boardPage('/app/board/board-page.tsx'),
    listForWorker('worker.js'),
    compressFiles(),
  ],
  build: {
    outDir: pathOf('dist/client'),
    emptyOutDir: true,
    sourcemap: false,
    // Since then browsers know light-dark(), on which the tokens rest.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // A translation as a data: address would be a connection that the content policy forbids.
    assetsInlineLimit: (file) => (file.endsWith('.json') ? false : undefined),
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: pathOf('client/index.html'), worker: pathOf('client/worker/worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // Before tldraw, which has these parts of its menus too: the home page needs no canvas for one.
            {
              name: 'menu',
              test: /node_modules\/(@floating-ui|@radix-ui\/(primitive|react-(menu|dropdown-menu|popper|arrow|dismissable-layer|focus-[a-z]+|portal|presence|roving-focus|collection|slot|compose-refs|context|primitive|direction|id|use-[a-z-]+))|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar|aria-hidden|get-nonce|tslib)\//,
            },
            {
              name: 'tldraw',
              test: /node_modules\/(@?tldraw|@tiptap|prosemirror-[a-z]+|linkifyjs|@use-gesture)\//,
            },
          ],
        },
      },
    },
  },
})
