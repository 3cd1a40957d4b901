import { z } from 'zod'
import { encodeForUrl } from '../blocks/url-template.ts'
import { basicAuth } from './auth-headers.ts'

/** Who asks for a token (OAuth 2.0 client credentials, RFC 6749 section 4.4). */
export type TokenClient = Readonly<{ id: string; secret: string; scope: string }>

/** Where the answer does not say how long it lasts. */
const USUAL_SECONDS = 300

const answerSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,8000}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().min(0).max(31_536_000).optional(),
})

/** What is posted for a token. Id and secret are form-encoded before they are put together (RFC 6749 section 2.3.1). */
export function tokenRequest({ id, secret, scope }: TokenClient) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: basicAuth(formEncoded(id), formEncoded(secret)),
    },
    body: `grant_type=client_credentials${scope === '' ? '' : `&scope=${formEncoded(scope)}`}`,
  } as const
}

/** The token of an answer's body and how many seconds it lasts; null when it holds none. */
export function readToken(body: string): Readonly<{ text: string; seconds: number }> | null {
  const answer = answerSchema.safeParse(parsed(body))
  if (!answer.success) return null
  const { access_token: text, expires_in: seconds = USUAL_SECONDS } = answer.data
  return { text, seconds }
}

function formEncoded(text: string): string {
  return encodeForUrl(text).replaceAll('%20', '+')
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
