import { protocol } from 'electron'
import { answerMediaRequest, mediaHashOf } from './answer-media-request.ts'
import { answerPageRequest } from './answer-page-request.ts'

const SCHEME = 'app'

/** Where the window's own pages live, and the only origin that is listened to. */
export const APP_ORIGIN = `${SCHEME}://parley`

/** Before the app is ready: makes the scheme an origin like https, with V8's code cache for a faster start. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

type ReadMedia = (hash: string) => Promise<Readonly<{ mime: string; bytes: Uint8Array }> | null>

/**
 * Serves the built pages of the window, and the files of its library by their hash; resolves when a page has been given
 * its first script.
 */
export function serveAppScheme(root: string, readMedia: ReadMedia): Promise<void> {
  return new Promise(resolve => {
    protocol.handle(SCHEME, async request => {
      const { host, pathname } = new URL(request.url)
      if (host !== 'parley') return new Response(null, { status: 404 })
      const hash = request.method === 'GET' ? mediaHashOf(pathname) : null
      if (hash !== null) return answerMediaRequest(await readMedia(hash))
      const answer = await answerPageRequest(root, request)
      if (pathname.endsWith('.js')) setImmediate(resolve)
      return answer
    })
  })
}
