import type { Send } from '../src-shared/publish/publish-client.ts'

/** Sends a request of the publish protocol; redirects are answers like any other. Rejects as `Send` asks for. */
export const sendWithFetch: Send = async ({ method, url, headers, body, timeoutMs, onProgress }) => {
  try {
    const answer = await fetch(url, {
      method,
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await answer.text()
    onProgress?.(1)
    return { status: answer.status, body: text }
  } catch (error) {
    throw reasonOf(error)
  }
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): unknown {
  const { cause } = error as { cause?: unknown }
  if (!(cause instanceof Error)) return error
  const code = (cause as NodeJS.ErrnoException).code
  return new Error(cause.message || code || 'the connection failed')
}
