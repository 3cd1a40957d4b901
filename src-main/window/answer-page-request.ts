import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The place in index.html where the page finds the nonce for its styles. */
const NONCE_MARK = '__CSP_NONCE__'

/** Answers a request of the window for one of its own files below `root`; nothing outside it can be reached. */
export async function answerPageRequest(
  root: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  const file =
    request.method === 'GET' ? containedPath(root, pathname === '/' ? '/index.html' : pathname) : null
  const type = file && TYPES[extname(file)]
  const bytes = file && type ? await readFile(file).catch(() => null) : null
  if (!file || !type || !bytes)
    return new Response('There is nothing here.', { status: 404, headers: { 'content-type': 'text/plain' } })
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cache-control': extname(file) === '.html' ? 'no-store' : 'no-cache',
  }
  if (extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers })
  return new Response(bytes.toString('utf8').replaceAll(NONCE_MARK, nonce), { headers })
}

/** The file a path of the address means, or null when it lies outside the root. */
export function containedPath(root: string, pathname: string): string | null {
  const decoded = decode(pathname)
  if (decoded === null || decoded.includes('\0')) return null
  const file = join(root, decoded)
  const inside = relative(root, file)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : file
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
