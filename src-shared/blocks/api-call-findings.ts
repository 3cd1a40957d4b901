import { parseTemplate } from '../expression/template.ts'
import { unsaid } from '../kit/say.ts'
import { type HttpMethod, isRepeatable } from './effect.ts'
import type { BodyData, PairsData } from './http-parts.ts'
import { isJsonTemplate } from './json-template.ts'
import type { CheckContext, KindFinding } from './kind.ts'
import { isHostVariable } from './url-template.ts'

type Call = Readonly<{
  method: HttpMethod
  url: string
  query: PairsData
  headers: PairsData
  body: BodyData
  retries: number
}>

const HTTPS = /^https:\/\/[^\s/?#@\\]+([/?#]|$)/i
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?#]|$)/i

/** What is wrong with a call as it is written (requirements.md NHN-26, NHN-148). */
export function apiCallFindings(call: Call, context: CheckContext): readonly KindFinding[] {
  return [
    ...addressFindings(call),
    ...bodyFindings(call),
    ...retryFindings(call),
    ...secretFindings(call, context),
  ]
}

function addressFindings({ url }: Call): readonly KindFinding[] {
  const path = ['url']
  const written = url.trim()
  if (written === '') return []
  if (isHostVariable(written)) {
    return [
      { code: 'apiCall/open-address', severity: 'warning', ...unsaid('apiCall/open-address', {}), path },
    ]
  }
  if (LOOPBACK.test(written)) {
    return [{ code: 'apiCall/loopback', severity: 'hint', ...unsaid('apiCall/loopback', {}), path }]
  }
  if (HTTPS.test(written)) return []
  return [{ code: 'apiCall/address', severity: 'error', ...unsaid('apiCall/address', {}), path }]
}

function retryFindings({ method, retries }: Call): readonly KindFinding[] {
  if (retries === 0 || isRepeatable(method)) return []
  const words = unsaid('apiCall/not-repeated', { method })
  return [{ code: 'apiCall/not-repeated', severity: 'hint', ...words, path: ['retries'] }]
}

function bodyFindings({ method, body }: Call): readonly KindFinding[] {
  if (method === 'GET' && body.as !== 'none') {
    return [
      {
        code: 'apiCall/body-not-sent',
        severity: 'warning',
        ...unsaid('apiCall/body-not-sent', {}),
        path: ['body'],
      },
    ]
  }
  if (body.as !== 'json' || isJsonTemplate(body.json)) return []
  return [
    {
      code: 'apiCall/not-json',
      severity: 'error',
      ...unsaid('apiCall/not-json', {}),
      path: ['body', 'json'],
    },
  ]
}

/** Addresses and headers are written to logs all over the world; what is secret belongs in the content or in a profile. */
function secretFindings({ url, query, headers }: Call, { isSecret }: CheckContext): readonly KindFinding[] {
  const places: readonly (readonly [string, KindFinding['path']])[] = [
    [url, ['url']],
    ...query.map(({ value }, at) => [value, ['query', at, 'value']] as const),
    ...headers.map(({ value }, at) => [value, ['headers', at, 'value']] as const),
  ]
  return places.flatMap(([source, path]) => {
    const secret = parseTemplate(source).names.find(({ name }) => isSecret(name))
    if (!secret) return []
    const words = unsaid('apiCall/secret', { name: secret.name })
    return [{ code: 'apiCall/secret', severity: 'error' as const, ...words, path }]
  })
}
