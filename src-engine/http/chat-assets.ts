import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, addRoute } from './add-route.ts'
import { bytes } from './route.ts'

const FOLDER = join(import.meta.dirname, '../chat-page')

/** The files of the chat page by name: a list, not a folder to look around in. */
const ASSETS = {
  'chat.js': 'text/javascript; charset=utf-8',
  'chat-view.js': 'text/javascript; charset=utf-8',
  'message-parts.js': 'text/javascript; charset=utf-8',
  'element.js': 'text/javascript; charset=utf-8',
  'upload-file.js': 'text/javascript; charset=utf-8',
  'embedding.js': 'text/javascript; charset=utf-8',
  'where-am-i.js': 'text/javascript; charset=utf-8',
  'chat-client.js': 'text/javascript; charset=utf-8',
  'visitor.js': 'text/javascript; charset=utf-8',
  'base-words.js': 'text/javascript; charset=utf-8',
  'log-end.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'base.css': 'text/css; charset=utf-8',
  'chat.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

/** Serves the chat page's files, read once. */
export function addChatAssets(api: Api): void {
  for (const [name, type] of Object.entries(ASSETS)) {
    const file = readFileSync(join(FOLDER, name))
    addRoute(api, {
      method: 'GET',
      path: `/chat/assets/${name}`,
      summary: `${name} of the web chat`,
      tag: 'chat',
      scope: null,
      answers: { 200: bytes('The file', type) },
      handler: async ({ reply }) => reply.type(type).header('cache-control', 'no-cache').send(file),
    })
  }
  addWidget(api)
}

/** The script of other people's pages: the one file of the engine that they may load. */
function addWidget(api: Api): void {
  const file = readFileSync(join(FOLDER, 'widget.js'))
  const type = 'text/javascript; charset=utf-8'
  addRoute(api, {
    method: 'GET',
    path: '/widget.js',
    summary: 'The script that puts a chat on a page',
    tag: 'chat',
    scope: null,
    answers: { 200: bytes('The file', type) },
    handler: async ({ reply }) =>
      reply
        .type(type)
        .headers({ 'cache-control': 'public, max-age=600', 'cross-origin-resource-policy': 'cross-origin' })
        .send(file),
  })
}
