import { formatValue } from '../expression/format-value.ts'
import { parseTemplate } from '../expression/template.ts'
import type { Value } from '../kit/value.ts'
import { compilePlaces } from './compile-places.ts'
import type { CompileContext, CompiledText, Turn } from './kind.ts'

/** The part of an address before its path: where a call goes. */
const ORIGIN = /^https?:\/\/[^\s/?#@\\]+(?=[/?#]|$)/i
const DOT_SEGMENT = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i

/** A value as a part of an address: nothing in it can begin another part. Half a surrogate pair becomes U+FFFD. */
export function encodeForUrl(value: Value): string {
  return encodeURIComponent(formatValue(value).replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/**
 * Makes an address with places to fill in. Values in the path and behind it are encoded; one that begins the address
 * or stands in its host is put there as it is, for `{{BASE}}/orders`. Null when what comes out is no https or http
 * address, or climbs out of its path with `..`.
 */
export function compileUrl(source: string, context: CompileContext): (turn: Turn) => string | null {
  const parts = compilePlaces(source.trim(), context)
  return turn => {
    let url = ''
    for (const part of parts) {
      if (typeof part === 'string') url += part
      else url += isPastOrigin(url) ? encodeForUrl(part(turn)) : formatValue(part(turn)).trim()
    }
    const [whole = ''] = url.split('#')
    const origin = ORIGIN.exec(whole)?.[0]
    return origin === undefined || /\s/.test(whole) || climbs(whole.slice(origin.length)) ? null : whole
  }
}

function climbs(rest: string): boolean {
  return DOT_SEGMENT.test(rest.split('?')[0] ?? '')
}

function isPastOrigin(url: string): boolean {
  return /^[a-z]+:\/\/[^/?#]*[/?#]/i.test(url)
}

/** Whether a variable decides where a call goes. */
export function isHostVariable(source: string): boolean {
  const [first = '', ...others] = parseTemplate(source.trim()).parts
  return typeof first !== 'string' || (others.length > 0 && !isPastOrigin(first))
}

/** Adds to what an address asks for. */
export function addQuery(url: string, query: readonly (readonly [name: string, value: string])[]): string {
  if (query.length === 0) return url
  const asked = query.map(([name, value]) => `${encodeForUrl(name)}=${encodeForUrl(value)}`).join('&')
  const joint = !url.includes('?') ? '?' : /[?&]$/.test(url) ? '' : '&'
  return `${url}${joint}${asked}`
}

/** The same on every host and in every language: text whose numbers have a point. */
export function compileValueText(source: string, context: CompileContext): CompiledText {
  const parts = compilePlaces(source, context)
  const [only] = parts
  if (parts.length === 0) return () => ''
  if (parts.length === 1 && typeof only === 'string') return () => only
  return turn => parts.map(part => (typeof part === 'string' ? part : formatValue(part(turn)))).join('')
}
