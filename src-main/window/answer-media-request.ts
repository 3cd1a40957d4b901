type StoredBytes = Readonly<{ mime: string; bytes: Uint8Array }>

const MEDIA_PATH = /^\/media\/([0-9a-f]{64})$/

/** The hash an address of the window's own files asks for; null for any other address. */
export function mediaHashOf(pathname: string): string | null {
  return MEDIA_PATH.exec(pathname)?.[1] ?? null
}

/** Answers with a file of the library: never guessed at, and nothing in it is run. */
export function answerMediaRequest(file: StoredBytes | null): Response {
  if (!file)
    return new Response('This file is not in the library.', {
      status: 404,
      headers: { 'content-type': 'text/plain' },
    })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mime,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      // Called by its content: it never changes.
      'cache-control': 'private, max-age=31536000, immutable',
    },
  })
}
