import type { FastifyInstance } from 'fastify'

/** Nothing may be loaded, framed or guessed: right for JSON, and for pages that do not say otherwise. */
const CLOSED = closedTo("'none'")

function closedTo(framers: string): string {
  return `default-src 'none'; frame-ancestors ${framers}; base-uri 'none'; form-action 'none'`
}

/**
 * What the chat page needs: its own scripts, styles, icon and addresses, nothing inline; pictures, video and sound that
 * bots send, from any https address; and, where a visitor wants to send it, the place they are at. `framers` are the
 * origins of pages that may show it in a frame.
 */
export function chatPageHeaders(framers: readonly string[]): Readonly<Record<string, string>> {
  const closed = framers.length === 0 ? CLOSED : closedTo(["'self'", ...framers].join(' '))
  return {
    'content-security-policy': `${closed}; script-src 'self'; style-src 'self'; img-src 'self' https:; media-src 'self' https:; connect-src 'self'; require-trusted-types-for 'script'`,
    'permissions-policy': 'camera=(), geolocation=(self), microphone=()',
  }
}

/** What the pages of the agent desk need: as the chat page, and nobody's place. */
export const DESK_PAGE_HEADERS = {
  'content-security-policy': `${CLOSED}; script-src 'self'; style-src 'self'; img-src 'self' https:; media-src 'self' https:; connect-src 'self'; require-trusted-types-for 'script'`,
}

const HEADERS = {
  'content-security-policy': CLOSED,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
}

/** Puts the headers on every answer, also on errors; a route may loosen them for itself afterwards. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS)
  })
}
