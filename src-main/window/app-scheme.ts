import { protocol } from 'electron'
import { answerPageRequest } from './answer-page-request.ts'

const SCHEME = 'app'

/** Where the window's own pages live, and the only origin that is listened to. */
export const APP_ORIGIN = `${SCHEME}://parley`

/** Before the app is ready: makes the scheme an origin like https, with V8's code cache for a faster start. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** Serves the built pages of the window; resolves when a page has been given its first script. */
export function serveAppScheme(root: string): Promise<void> {
  return new Promise(resolve => {
    protocol.handle(SCHEME, async request => {
      const { host, pathname } = new URL(request.url)
      if (host !== 'parley') return new Response(null, { status: 404 })
      const answer = await answerPageRequest(root, request)
      if (pathname.endsWith('.js')) setImmediate(resolve)
      return answer
    })
  })
}
