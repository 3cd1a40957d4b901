import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { hashSchema } from '../../src-shared/kit/hash.ts'
import { fault, ok, type Result } from '../../src-shared/kit/result.ts'
import { fileType, MAX_FILE_BYTES } from '../../src-shared/message/file-type.ts'
import { type FileStatus, fileUploadSchema, MAX_REQUEST_BYTES } from '../../src-shared/publish/protocol.ts'
import type { Engine } from '../engine.ts'
import { fileOf, hasFile, keepFile } from '../store/media.ts'
import { byteRange } from './byte-range.ts'
import { sendFault, sendResult } from './problem-document.ts'
import { checkShape, readBody } from './read-body.ts'

const hashPath = z.object({ hash: hashSchema })

/** Files are called by their content, so that a browser may keep them for good; nothing in them is run. */
const FILE_HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'cross-origin',
  'accept-ranges': 'bytes',
}

/** The files that bots send, for everyone who is told their hash: channels fetch them without a key. */
export function addMediaRoutes(app: FastifyInstance, { db }: Engine): void {
  app.get('/media/:hash', async (request, reply) => {
    const path = checkShape(hashPath, request.params)
    const file = path.ok ? await fileOf(db, path.value.hash) : null
    if (!file) return sendFault(reply, fault('request/not-found', 'This engine has no such file.'))
    const { mime, bytes } = file
    const range = byteRange(request.headers.range, bytes.length)
    reply.headers(FILE_HEADERS).type(mime)
    if (range === null) return reply.send(Buffer.from(bytes))
    if (range === 'none') return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
    const { from, to } = range
    reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes.length}`)
    return reply.send(Buffer.from(bytes.subarray(from, to + 1)))
  })
}

/** The signed side: whether a file is here, and taking one. */
export function addMediaUpload(app: FastifyInstance, engine: Engine): void {
  app.get('/v1/media/:hash', async (request, reply) => {
    const path = checkShape(hashPath, request.params)
    return sendResult(reply, path.ok ? ok(await statusOf(engine, path.value.hash)) : path)
  })
  app.put('/v1/media/:hash', { bodyLimit: MAX_REQUEST_BYTES }, async (request, reply) => {
    const path = checkShape(hashPath, request.params)
    const body = readBody(fileUploadSchema, request.body)
    if (!path.ok) return sendFault(reply, path)
    return sendResult(reply, body.ok ? await take(engine, path.value.hash, body.value.base64) : body)
  })
}

async function statusOf({ db }: Engine, hash: string): Promise<FileStatus> {
  return { hash, isHere: await hasFile(db, hash) }
}

/** What it is, its bytes say; and they say whether it is what it is called. */
async function take(engine: Engine, hash: string, base64: string): Promise<Result<FileStatus>> {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > MAX_FILE_BYTES) return fault('media/too-large')
  const type = fileType(bytes)
  if (typeof type === 'string') return fault('media/refused')
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual !== hash) return fault('bundle/hash-mismatch', `The file should be ${hash} and is ${actual}.`)
  const file = { hash, mime: type.mime, bytes, at: engine.now() }
  await engine.db.atomically(tx => keepFile(tx, file))
  return ok(await statusOf(engine, hash))
}
