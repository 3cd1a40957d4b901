import { z } from 'zod'
import { authRef, requiredTemplate, variableRef } from '../document/field-types.ts'
import { compileMapping, mappingField, mappingFindings } from './answer-mapping.ts'
import { apiCallFindings } from './api-call-findings.ts'
import { EFFECT_TIMEOUT_MS, type EffectRequest, HTTP_METHODS, isRepeatable } from './effect.ts'
import {
  bodyField,
  compileBody,
  compileHeaders,
  compilePairs,
  headersField,
  pairsField,
} from './http-parts.ts'
import { keepValue, keptFindings } from './kept-value.ts'
import { type CompileContext, defineKind, type Outcome, type Turn } from './kind.ts'
import { addQuery, compileUrl } from './url-template.ts'

/** requirements.md NHN-26. Milliseconds. */
export const MAX_API_TIMEOUT_MS = 25_000
export const MAX_RETRIES = 3
/** No example is longer. Characters. */
export const MAX_MOCK_LENGTH = 100_000

const schema = z.strictObject({
  method: z.enum(HTTP_METHODS),
  url: requiredTemplate,
  query: pairsField,
  headers: headersField,
  body: bodyField,
  auth: authRef,
  timeoutMs: z.number().int().min(100, 'at least 0.1 seconds').max(MAX_API_TIMEOUT_MS, 'at most 25 seconds'),
  retries: z.number().int().min(0).max(MAX_RETRIES, `at most ${MAX_RETRIES} times`),
  mapping: mappingField,
  /** Keeps the number of the answer, whatever it is. */
  statusTo: variableRef,
  /** An answer for trying the bot without the network. */
  mock: z
    .strictObject({
      status: z.number().int().min(100, 'from 100 to 599').max(599, 'from 100 to 599'),
      body: z.string().max(MAX_MOCK_LENGTH, `an example holds at most ${MAX_MOCK_LENGTH} characters`),
    })
    .nullable(),
})

type Data = z.infer<typeof schema>
type HttpRequest = Extract<EffectRequest, { type: 'http' }>

const WAIT = { go: 'wait' } as const
const SUCCESS = { go: 'port', port: 'success' } as const
const ERROR = { go: 'port', port: 'error' } as const
const TIMEOUT = { go: 'port', port: 'timeout' } as const

/**
 * Calls an API and keeps parts of its answer (requirements.md NHN-26, NHN-148). It leaves at `success` when the answer
 * is 2xx and holds what `mapping` says; at `error` for any other answer, or none; at `timeout` when there was none in
 * time, where that is unconnected at `error`. Variables change all or not at all. A call is made by the host, which has
 * the secrets; values of customers are encoded wherever they are put.
 */
export const apiCall = defineKind({
  name: 'apiCall',
  family: 'act',
  schema,
  hasInput: true,
  waits: false,
  defaults: (): Data => ({
    method: 'GET',
    url: '',
    query: [],
    headers: [],
    body: { as: 'none' },
    auth: null,
    timeoutMs: EFFECT_TIMEOUT_MS,
    retries: 0,
    mapping: [],
    statusTo: null,
    mock: null,
  }),
  ports: () => [
    { id: 'success', role: 'next', required: true },
    { id: 'error', role: 'error', required: true },
    { id: 'timeout', role: 'fallback', required: false },
  ],
  summary: ({ method, url }) => `${method} ${url}`,
  check: (data, context) => [
    ...apiCallFindings(data, context),
    ...mappingFindings(data.mapping, context),
    ...keptFindings(data.statusTo, ['statusTo'], 'number', 'apiCall', context),
  ],
  compile(data, context) {
    const request = compileRequest(data, context)
    const keep = compileMapping(data.mapping, context)
    const statusTo = context.variable(data.statusTo)
    const late = context.connected('timeout') ? TIMEOUT : ERROR
    return {
      enter(turn): Outcome {
        const effect = request(turn)
        if (!effect) {
          turn.fail('api/bad-call', 'Its address is none.')
          return ERROR
        }
        turn.perform(effect)
        return WAIT
      },
      result(turn, result): Outcome {
        if (result.outcome === 'timeout') return late
        if (result.outcome !== 'answered') return ERROR
        if (statusTo) keepValue(turn, statusTo, result.status)
        const isGood = result.status >= 200 && result.status < 300
        return isGood && keep(turn, result.body) ? SUCCESS : ERROR
      },
    }
  },
})

function compileRequest(data: Data, context: CompileContext): (turn: Turn) => HttpRequest | null {
  const { method, timeoutMs, mock } = data
  const body = method === 'GET' ? ({ as: 'none' } as const) : data.body
  const url = compileUrl(data.url, context)
  const query = compilePairs(data.query, context)
  const headers = compileHeaders(data.headers, body, context)
  const content = compileBody(body, context)
  const auth = compileAuth(data, context)
  const retries = isRepeatable(method) ? data.retries : 0
  return turn => {
    const address = url(turn)
    if (address === null) return null
    return {
      type: 'http',
      method,
      url: addQuery(address, query(turn)),
      headers: headers(turn),
      body: content?.(turn) ?? null,
      timeoutMs,
      retries,
      auth,
      mock,
    }
  }
}

/** A profile whose secret is not chosen keeps the call from being made: the host finds none under the empty name. */
function compileAuth({ auth: id }: Data, { record, variable }: CompileContext): HttpRequest['auth'] {
  const auth = record.auth(id)
  if (!auth) return null
  const { name, scheme, identity, tokenUrl, scope } = auth
  return { name, scheme, identity, secret: variable(auth.secret)?.name ?? '', tokenUrl, scope }
}
