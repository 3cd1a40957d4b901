import type { Send } from '../../../src-shared/publish/publish-client.ts'

/** The publish client's way out, as Node's fetch gives it. */
export const sendOverFetch: Send = async ({ method, url, headers, body, timeoutMs }) => {
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' })
  return { status: response.status, body: await response.text() }
}
