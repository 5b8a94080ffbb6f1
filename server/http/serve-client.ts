/** Serves the built page: hashed files for ever, the page itself asked for anew every time. */
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Router, type Request, type RequestHandler } from 'express'
import sirv from 'sirv'
import { AppError } from '#shared/errors.ts'

const immutable = 'public, max-age=31536000, immutable'

/** `offer` gives a new browser its session with the page. */
export function serveClient(folder: string, offer: RequestHandler): RequestHandler {
  if (!existsSync(join(folder, 'index.html'))) return notBuilt
  const router = Router()
  const boardFile = existsSync(join(folder, 'board.html')) ? 'board.html' : 'index.html'
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', path.startsWith('/assets/') ? immutable : 'no-cache')
    },
  })
  const page: RequestHandler = (request, response) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    const name = isBoard.test(request.path) ? boardFile : 'index.html'
    createReadStream(join(folder, name)).pipe(response)
  }
  router.get('/index.html', offer, page)
  router.use((request, response, next) => {
    if (request.path === '/') next()
    else files(request, response, next)
  })
  router.get('/{*path}', (request, response, next) => {
    if (!isPage(request)) next()
    else offer(request, response, () => page(request, response, next))
  })
  return router
}

/** These have a page that loads the canvas at once. */
const isBoard = /^\/b\/[^/]+$/

/** Outside the interface every address without an extension is the page, whatever else is accepted. */
function isPage(request: Request): boolean {
  if (/^\/(api|live)(\/|$)|\.[a-z0-9]+$/i.test(request.path)) return false
  return request.accepts(['html', 'json']) === 'html'
}

const notBuilt: RequestHandler = (request, response, next) => {
  if (request.path !== '/') next(new AppError('unknown_thing'))
  else response.status(404).type('text').send('The page is not built yet: run `npm run build`.\n')
}
