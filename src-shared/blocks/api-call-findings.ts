import { parseTemplate } from '../expression/template.ts'
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
    const message = 'A variable decides where this call and its keys go; use one that customers cannot set.'
    return [{ code: 'apiCall/open-address', severity: 'warning', message, path }]
  }
  if (LOOPBACK.test(written)) {
    const message =
      'This address is the engine’s own machine; an engine calls it only where that was allowed.'
    return [{ code: 'apiCall/loopback', severity: 'hint', message, path }]
  }
  if (HTTPS.test(written)) return []
  const message = 'An address begins with https:// and holds no name or password.'
  return [{ code: 'apiCall/address', severity: 'error', message, path }]
}

function retryFindings({ method, retries }: Call): readonly KindFinding[] {
  if (retries === 0 || isRepeatable(method)) return []
  const message = `A ${method} call is made once, for a second one could do its work twice.`
  return [{ code: 'apiCall/not-repeated', severity: 'hint', message, path: ['retries'] }]
}

function bodyFindings({ method, body }: Call): readonly KindFinding[] {
  if (method === 'GET' && body.as !== 'none') {
    const message = 'A GET call sends nothing; choose another method, or no content.'
    return [{ code: 'apiCall/body-not-sent', severity: 'warning', message, path: ['body'] }]
  }
  if (body.as !== 'json' || isJsonTemplate(body.json)) return []
  const message = 'This is not JSON, in which names and texts stand between double quotes.'
  return [{ code: 'apiCall/not-json', severity: 'error', message, path: ['body', 'json'] }]
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
    const message = `${secret.name} is secret and must not be in addresses or headers; use an auth profile.`
    return [{ code: 'apiCall/secret', severity: 'error' as const, message, path }]
  })
}
