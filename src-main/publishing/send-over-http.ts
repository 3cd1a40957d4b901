import type { ClientRequest } from 'node:http'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Send } from '../../src-shared/publish/publish-client.ts'

/** Bytes of the body written at a time, so that progress can be told. */
const CHUNK = 65_536
/** Bytes; no answer of the protocol comes near this. */
const MAX_ANSWER = 8_000_000

/**
 * Sends a request of the publish protocol. `timeoutMs` is the longest silence while uploading, and the longest wait
 * for the whole answer after that. Redirects are answers like any other. Rejects with the network's error, or with
 * one named `TimeoutError`.
 */
export const sendOverHttp: Send = ({ method, url, headers, body, timeoutMs, onProgress }) => {
  const bytes = body === null ? null : Buffer.from(body, 'utf8')
  return new Promise((resolve, reject) => {
    const begin = url.startsWith('https:') ? httpsRequest : httpRequest
    const length: Record<string, string> = bytes ? { 'content-length': String(bytes.length) } : {}
    const request = begin(url, { method, headers: { ...headers, ...length }, agent: false })
    let timer: NodeJS.Timeout | undefined
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(() => request.destroy(timeoutError(timeoutMs)), timeoutMs)
    }
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    request.on('error', fail)
    request.on('response', response => {
      const parts: Buffer[] = []
      let size = 0
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > MAX_ANSWER) request.destroy(new Error('The answer is too long.'))
        else parts.push(part)
      })
      // Without this an answer cut off half-way would pass for a short one.
      response.on('aborted', () => fail(new Error('The connection was closed half-way through the answer.')))
      response.on('error', fail)
      response.on('end', () => {
        clearTimeout(timer)
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') })
      })
    })
    rest()
    if (bytes)
      upload(request, bytes, fraction => {
        rest()
        onProgress?.(fraction)
      })
    else request.end()
  })
}

function upload(request: ClientRequest, bytes: Buffer, onProgress: (fraction: number) => void): void {
  const write = (from: number) => {
    if (request.destroyed) return
    if (from >= bytes.length) return void request.end()
    const to = Math.min(from + CHUNK, bytes.length)
    request.write(bytes.subarray(from, to), error => {
      // Called for what never left, too: that is no progress, and the request has failed already.
      if (error) return
      onProgress(to / bytes.length)
      write(to)
    })
  }
  write(0)
}

function timeoutError(timeoutMs: number): Error {
  const error = new Error(`No answer within ${timeoutMs} ms.`)
  error.name = 'TimeoutError'
  return error
}
