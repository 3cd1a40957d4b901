import { z } from 'zod'
import { PROTOCOL_VERSION, problemDocumentSchema } from '../../src-shared/publish/protocol.ts'
import type { ListedRoute } from './add-route.ts'
import { DESK_COOKIE } from './desk-cookie.ts'
import { faultsOfRoute, saysOf } from './faults-of-route.ts'
import { type Components, jsonSchemaOf } from './json-schema.ts'
import { PROBLEM_TYPE } from './problem-document.ts'
import { type Answer, typesTaken } from './route.ts'

type Json = Readonly<Record<string, unknown>>

/** A document of OpenAPI 3.1. */
export type OpenApi = Json & Readonly<{ openapi: string }>

const SIGNED = { key: [], signature: [] }
const TOKEN = { token: [] }
const SIGNED_IN = { desk: [] }

const SECURITY = {
  desk: {
    type: 'apiKey',
    in: 'cookie',
    name: DESK_COOKIE,
    description:
      'Who is signed in at the agent desk. What changes something needs the token of the session in X-Desk-Token too.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A token of the engine.' },
  key: { type: 'apiKey', in: 'header', name: 'X-Parley-Key', description: 'The id of the key.' },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Signature',
    description:
      't=<unix s>,v1=<hex HMAC-SHA256(secret, t + "." + raw body)>; at most five minutes old. What changes something is taken once.',
  },
}

/** The OpenAPI 3.1 document of the routes an engine has. */
export function openApiOf(routes: readonly ListedRoute[], url: string): OpenApi {
  const components: Components = new Map()
  const problem = jsonSchemaOf(problemDocumentSchema, 'output', components)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, problem, components) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Parley engine',
      version: String(PROTOCOL_VERSION),
      description:
        'Publishing bots to an engine and talking to them. Failures are problem documents (RFC 9457) whose `code` is stable.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    paths,
    components: { schemas: Object.fromEntries(components), securitySchemes: SECURITY },
  }
}

function operationOf(route: ListedRoute, problem: unknown, components: Components): Json {
  const { summary, tag, scope, token, cookie, answers } = route
  const body = bodyOf(route, components)
  const refused = [...faultsOfRoute(route)].map(([status, codes]) => [
    status,
    { description: saysOf(codes), content: { [PROBLEM_TYPE]: { schema: problem } } },
  ])
  const answered = Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, components)])
  return {
    summary,
    tags: [tag],
    ...(scope === null ? {} : { description: `Needs a key with the scope \`${scope}\`.` }),
    security: scope !== null ? (token ? [SIGNED, TOKEN] : [SIGNED]) : cookie ? [SIGNED_IN] : [],
    ...(parametersOf(route, components) ?? {}),
    ...(body ? { requestBody: body } : {}),
    responses: Object.fromEntries([...refused, ...answered]),
  }
}

function answerOf({ says, shape, types = [] }: Answer<unknown>, components: Components): Json {
  const content = shape
    ? { 'application/json': { schema: jsonSchemaOf(shape, 'output', components) } }
    : Object.fromEntries(types.map(type => [type, {}]))
  return Object.keys(content).length > 0 ? { description: says, content } : { description: says }
}

function bodyOf(route: ListedRoute, components: Components): Json | null {
  const { body } = route
  if (body === undefined) return null
  const media = 'types' in body ? {} : { schema: jsonSchemaOf(body, 'input', components) }
  return { required: true, content: Object.fromEntries(typesTaken(route).map(type => [type, media])) }
}

/** The parts of the path, and of the query what its shape names. */
function parametersOf({ path, params, query }: ListedRoute, components: Components): Json | null {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: partOf(params, name, components) ?? { type: 'string' },
  }))
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  const inQuery = names.map(name => ({
    name,
    in: 'query',
    required: false,
    schema: partOf(query, name, components),
  }))
  const parameters = [...inPath, ...inQuery]
  return parameters.length > 0 ? { parameters } : null
}

function partOf(shape: z.ZodType | undefined, name: string, components: Components): unknown {
  const part = shape instanceof z.ZodObject ? (shape.shape as Record<string, z.ZodType>)[name] : undefined
  return part && jsonSchemaOf(part, 'input', components)
}
