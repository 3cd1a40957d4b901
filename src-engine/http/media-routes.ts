import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import {
  type FileStatus,
  fileStatusSchema,
  fileUploadSchema,
  MAX_REQUEST_BYTES,
} from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { keepBytes } from '../media/keep-bytes.ts'
import { fileOf, hasFile } from '../store/media.ts'
import { type Api, addRoute } from './add-route.ts'
import { byteRange } from './byte-range.ts'
import { hashPath } from './paths.ts'
import { sendFault } from './problem-document.ts'
import { bytes, json } from './route.ts'

/** Files are called by their content, so that a browser may keep them for good; nothing in them is run. */
const FILE_HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'cross-origin',
  'accept-ranges': 'bytes',
}

/** The files that bots send, for everyone who is told their hash: channels fetch them without a key. */
export function addMediaRoutes(api: Api, { db }: Engine): void {
  addRoute(api, {
    method: 'GET',
    path: '/media/:hash',
    summary: 'A file that a bot sends',
    tag: 'files',
    scope: null,
    params: hashPath,
    answers: {
      200: bytes('The file', '*/*'),
      206: bytes('The part of it that Range asks for', '*/*'),
      416: bytes('It has no such part'),
    },
    refuses: ['request/not-found'],
    async handler({ params, request, reply }) {
      const file = await fileOf(db, params.hash)
      if (!file) return sendFault(reply, fault('request/not-found', 'This engine has no such file.'))
      const range = byteRange(request.headers.range, file.bytes.length)
      reply.headers(FILE_HEADERS).type(file.mime)
      if (range === null) return reply.send(Buffer.from(file.bytes))
      if (range === 'none')
        return reply.code(416).header('content-range', `bytes */${file.bytes.length}`).send()
      const { from, to } = range
      reply.code(206).header('content-range', `bytes ${from}-${to}/${file.bytes.length}`)
      return reply.send(Buffer.from(file.bytes.subarray(from, to + 1)))
    },
  })
}

/** The signed side: whether a file is here, and taking one. */
export function addMediaUpload(api: Api, engine: Engine): void {
  const of = {
    path: '/v1/media/:hash',
    tag: 'files',
    scope: 'publish',
    params: hashPath,
    answers: { 200: json(fileStatusSchema, 'Whether it is here') },
  } as const
  addRoute(api, {
    ...of,
    method: 'GET',
    summary: 'Whether a file is here',
    handler: async ({ params }) => ok(await statusOf(engine, params.hash)),
  })
  addRoute(api, {
    ...of,
    method: 'PUT',
    summary: 'Upload a file',
    body: fileUploadSchema,
    bodyLimit: MAX_REQUEST_BYTES,
    refuses: ['media/too-large', 'media/refused', 'bundle/hash-mismatch'],
    handler: ({ params, body }) => take(engine, params.hash, body.base64),
  })
}

async function statusOf({ db }: Engine, hash: string): Promise<FileStatus> {
  return { hash, isHere: await hasFile(db, hash) }
}

async function take(engine: Engine, hash: string, base64: string): Promise<Result<FileStatus>> {
  const kept = await keepBytes(engine, Buffer.from(base64, 'base64'), hash)
  return kept.ok ? ok(await statusOf(engine, hash)) : kept
}
