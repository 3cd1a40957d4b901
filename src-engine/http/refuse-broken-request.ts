import type { Socket } from 'node:net'
import { fault } from '../../src-shared/kit/result.ts'

/** Answers bytes that are no HTTP request, for which there is no route or reply yet, and hangs up. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { code, message } =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? fault('request/too-large', 'Its headers are too long.')
      : fault('request/invalid', 'It is not HTTP.')
  const body = JSON.stringify({ code, message })
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\nx-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  socket.destroySoon()
}
