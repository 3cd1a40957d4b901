import { Ajv2020, type Schema } from 'ajv/dist/2020.js'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

type Json = Readonly<Record<string, unknown>>
type Operation = Readonly<{ responses: Readonly<Record<string, Readonly<{ content?: Json }>>> }>
type Document = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>

/** What answers did not fit what the served document says of them. */
export type AnswerCheck = Readonly<{
  observe: (app: FastifyInstance) => void
  /** Empties the list. */
  takeMismatches: () => readonly string[]
}>

/**
 * Looks at every answer of an engine and compares it with the OpenAPI document the engine serves: its status, its
 * content type, and the shape of its JSON. Engines of the same routes serve the same document, which is read once.
 */
export function createAnswerCheck(): AnswerCheck {
  const mismatches: string[] = []
  const known = new Map<string, Promise<Checker>>()
  return {
    observe(app) {
      const routes: string[] = []
      app.addHook('onRoute', ({ method, url }) => void routes.push(`${method} ${url}`))
      app.addHook('onSend', async (request, reply, payload) => {
        if (isDocument(request)) return payload
        const which = routes.join()
        const checker = known.get(which) ?? readDocument(app).then(checkerOf)
        known.set(which, checker)
        const wrong = (await checker)(request, reply, payload)
        const where = `${request.method} ${request.routeOptions.url ?? request.url} ${reply.statusCode}`
        if (wrong !== null) mismatches.push(`${where}: ${wrong}`)
        return payload
      })
    },
    takeMismatches: () => mismatches.splice(0),
  }
}

const PATH = '/v1/openapi.json'

function isDocument(request: FastifyRequest): boolean {
  return request.routeOptions.url === PATH
}

async function readDocument(app: FastifyInstance): Promise<Document> {
  return (await app.inject({ method: 'GET', url: PATH })).json<Document>()
}

type Checker = (request: FastifyRequest, reply: FastifyReply, payload: unknown) => string | null

function checkerOf(document: Document): Checker {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema(document as unknown as Schema, 'served')
  return (request, reply, payload) => {
    const { url } = request.routeOptions
    const type = String(reply.getHeader('content-type') ?? '').split(';')[0] ?? ''
    if (url === undefined) return wrongShape(ajv, '#/components/schemas/ProblemDocument', payload)
    const path = url.replace(/:(\w+)/g, '{$1}')
    const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase()
    const answer = document.paths[path]?.[method]?.responses[reply.statusCode]
    if (!answer) return 'the document does not have this status'
    const { content = {} } = answer
    if (isEmpty(payload)) return null
    if (Object.keys(content).length === 0) return 'the document has no body here'
    const known = Object.keys(content).find(name => name === '*/*' || name.split(';')[0] === type)
    if (known === undefined) return `the document does not have the type ${type}`
    if (!/^application\/(problem\+)?json$/.test(known)) return null
    const pointer = ['paths', path, method, 'responses', reply.statusCode, 'content', known, 'schema']
    return wrongShape(ajv, `#/${pointer.map(escaped).join('/')}`, payload)
  }
}

function isEmpty(payload: unknown): boolean {
  return payload === undefined || payload === null || payload === ''
}

function wrongShape(ajv: Ajv2020, pointer: string, payload: unknown): string | null {
  const check = ajv.getSchema(`served${pointer}`)
  if (!check) return `the document has no schema at ${pointer}`
  const value: unknown = JSON.parse(String(payload))
  return check(value) ? null : `${ajv.errorsText(check.errors)} in ${JSON.stringify(value).slice(0, 400)}`
}

/** A part of a JSON pointer in a URI. */
function escaped(part: string | number): string {
  return encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
}
