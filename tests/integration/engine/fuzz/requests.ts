import fc from 'fast-check'
import { signRequest } from '../../../../src-shared/publish/sign-request.ts'
import { KEY_ID, SECRET } from '../test-key.ts'
import { damaged, damages } from './damage.ts'
import { fitting, type Schema } from './schema-arbitrary.ts'
import type { Sent } from './send-raw.ts'

type Parameter = Readonly<{ name: string; in: 'path' | 'query' | 'header'; schema: unknown }>
type Operation = Readonly<{
  parameters?: readonly Parameter[]
  security?: readonly Readonly<Record<string, unknown>>[]
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema?: unknown }>>> }>
}>
export type Served = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: Readonly<{ schemas: Schema }>
}>

/** How a request says who sent it. `wrong` and `stale` must never be let in. */
export type Signing = 'good' | 'none' | 'wrong' | 'stale' | 'unknown' | 'junk'

/** A request, made but for its signature, which depends on the time it is sent. */
export type Drawn = Readonly<{
  route: string
  isSigned: boolean
  /** Everybody may ask. */
  isOpen: boolean
  signing: Signing
  unsigned: Sent
}>

/** What the ids of an address are drawn from besides what fits them: things that are there, and things of others. */
export type Known = Readonly<Record<string, readonly string[]>>

const HOSTILE = ['', '..', '%00', '%2e%2e%2f', '__proto__', '%F0%9F%98%80', 'a'.repeat(300), "'--", '%c3%28']

/** Requests to every address of a served document: good ones, and ones with anything about them wrong. */
export function requestsTo(served: Served, known: Known): fc.Arbitrary<Drawn> {
  const refer = (name: string) => served.components.schemas[name.split('/').at(-1) ?? '']
  const drawn = Object.entries(served.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      requestTo({ path, method, operation, known, refer }),
    ),
  )
  return fc.oneof(...drawn)
}

type About = Readonly<{
  path: string
  method: string
  operation: Operation
  known: Known
  refer: (name: string) => unknown
}>

function requestTo({ path, method, operation, known, refer }: About): fc.Arbitrary<Drawn> {
  const { parameters = [], security = [], requestBody } = operation
  const parts = parameters.map(({ name, schema }) =>
    fc.oneof(
      { weight: 6, arbitrary: known[name] ? fc.constantFrom(...known[name]) : fitting(schema, refer) },
      { weight: 2, arbitrary: fitting(schema, refer) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    ),
  )
  const [type = 'application/json', media = {}] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return fc
    .record({
      values: fc.tuple(...parts),
      value: requestBody ? fitting(media.schema, refer) : fc.constant(null),
      harm: damages,
      wire: fc.constantFrom(
        'as it is',
        'as it is',
        'as it is',
        'cut',
        'not UTF-8',
        'empty',
        'not JSON',
        'deep',
      ),
      type: fc.constantFrom(
        type,
        type,
        type,
        'text/plain',
        'application/xml',
        '',
        'application/json; charset=utf-16',
      ),
      header: fc.constantFrom<Readonly<Record<string, string>>>(
        {},
        {},
        { 'x-junk': 'x'.repeat(9000) },
        { 'content-encoding': 'gzip' },
        { 'x-forwarded-for': '127.0.0.1', origin: 'https://example.org' },
      ),
      signing: fc.constantFrom<Signing>('good', 'good', 'good', 'none', 'wrong', 'stale', 'unknown', 'junk'),
    })
    .map(({ values, value, harm, wire, type: sentType, header, signing }) => ({
      route: `${method.toUpperCase()} ${path}`,
      isSigned: security.some(scheme => 'signature' in scheme),
      isOpen: security.length === 0,
      signing,
      unsigned: {
        method: method.toUpperCase(),
        path: pathWith(path, parameters, values),
        headers: { ...header, ...(requestBody && sentType !== '' ? { 'content-type': sentType } : {}) },
        body: requestBody ? bytesOf(harm.reduce(damaged, value), wire) : null,
      },
    }))
}

function pathWith(path: string, parameters: readonly Parameter[], values: readonly unknown[]): string {
  const query = new URLSearchParams()
  let made = path
  parameters.forEach(({ name, in: where }, index) => {
    const value = String(values[index])
    if (where === 'query') query.set(name, value)
    else made = made.replace(`{${name}}`, value.startsWith('%') ? value : encodeURIComponent(value))
  })
  return query.size > 0 ? `${made}?${query}` : made
}

function bytesOf(value: unknown, wire: string): Uint8Array {
  const text = Buffer.from(JSON.stringify(value) ?? '')
  switch (wire) {
    case 'cut':
      return text.subarray(0, text.length / 2)
    case 'not UTF-8':
      return Buffer.concat([text, Uint8Array.of(0xff, 0xfe)])
    case 'empty':
      return new Uint8Array()
    case 'not JSON':
      return Buffer.from('<xml/>')
    case 'deep':
      return Buffer.from('['.repeat(20_000))
    default:
      return text
  }
}

const STALE_S = 3600

/** The request with its signature at `at`, epoch ms. */
export function signedAt({ signing, unsigned }: Drawn, at: number): Sent {
  const seconds = at / 1000
  const body = unsigned.body ?? new Uint8Array()
  const with_ = (key: string, signature: string): Sent => {
    return { ...unsigned, headers: { ...unsigned.headers, 'x-parley-key': key, 'x-signature': signature } }
  }
  switch (signing) {
    case 'good':
      return with_(KEY_ID, signRequest(SECRET, seconds, body))
    case 'wrong':
      return with_(KEY_ID, signRequest(`${SECRET}x`, seconds, body))
    case 'stale':
      return with_(KEY_ID, signRequest(SECRET, seconds - STALE_S, body))
    case 'unknown':
      return with_('nobody', signRequest(SECRET, seconds, body))
    case 'junk':
      return with_(KEY_ID, 't=now,v1=zz')
    case 'none':
      return unsigned
  }
}
