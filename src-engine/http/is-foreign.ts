import type { FastifyRequest } from 'fastify'

/** Browsers say where a request comes from; other pages may not speak in a person's name. */
export function isForeign({ headers }: FastifyRequest): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  return (site !== undefined && site !== 'same-origin') || (origin !== undefined && !isOriginOf(origin, host))
}

/** The scheme is left out: a proxy in front may speak TLS where this engine does not. */
function isOriginOf(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
