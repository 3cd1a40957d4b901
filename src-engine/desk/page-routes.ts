import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, addRoute } from '../http/add-route.ts'
import { bytes } from '../http/route.ts'
import { DESK_PAGE_HEADERS } from '../http/security-headers.ts'
import { DESK_PAGE } from './page/desk-page.ts'

const ROOT = join(import.meta.dirname, '..')
const HTML = 'text/html; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

/**
 * The files of the page by their place in this room, so that what they share with the web chat is where they look for
 * it: a list, not a folder to look around in.
 */
const ASSETS = {
  'desk/page/desk.js': SCRIPT,
  'desk/page/desk-client.js': SCRIPT,
  'desk/page/desk-lists.js': SCRIPT,
  'desk/page/conversation.js': SCRIPT,
  'desk/page/log-view.js': SCRIPT,
  'desk/page/about-view.js': SCRIPT,
  'desk/page/dialogs.js': SCRIPT,
  'desk/page/file-part.js': SCRIPT,
  'desk/page/tray.js': SCRIPT,
  'desk/page/find.js': SCRIPT,
  'desk/page/times.js': SCRIPT,
  'desk/page/words.js': SCRIPT,
  'chat-page/base.css': 'text/css; charset=utf-8',
  'desk/page/desk.css': 'text/css; charset=utf-8',
  'desk/page/icon.svg': 'image/svg+xml',
  'chat-page/base-words.js': SCRIPT,
  'chat-page/element.js': SCRIPT,
  'chat-page/log-end.js': SCRIPT,
  'chat-page/message-parts.js': SCRIPT,
  'chat-page/upload-file.js': SCRIPT,
  'chat-page/visitor.js': SCRIPT,
} as const

/** The page of the desk and its files, read once; nothing of it is secret. */
export function addPageRoutes(api: Api): void {
  addRoute(api, {
    method: 'GET',
    path: '/desk',
    summary: 'The agent desk',
    tag: 'desk',
    scope: null,
    answers: { 200: bytes('The page', HTML) },
    handler: async ({ reply }) => reply.headers(DESK_PAGE_HEADERS).type(HTML).send(DESK_PAGE),
  })
  for (const [name, type] of Object.entries(ASSETS)) {
    const file = readFileSync(join(ROOT, name))
    addRoute(api, {
      method: 'GET',
      path: `/desk/${name}`,
      summary: `${name.split('/').at(-1)} of the agent desk`,
      tag: 'desk',
      scope: null,
      answers: { 200: bytes('The file', type) },
      handler: async ({ reply }) => reply.type(type).header('cache-control', 'no-cache').send(file),
    })
  }
}
