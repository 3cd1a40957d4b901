import type { Socket } from 'node:net'
import { fault } from '../../src-shared/kit/result.ts'
import { PROBLEM_TYPE, problemOf } from './problem-document.ts'

/** Answers bytes that are no HTTP request, for which there is no route or reply yet, and hangs up. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const problem = isTooLong
    ? problemOf(fault('request/too-large', 'Its headers are too long.'), 431)
    : problemOf(fault('request/invalid', 'It is not HTTP.'))
  const body = JSON.stringify(problem)
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\ncontent-type: ${PROBLEM_TYPE}; charset=utf-8\r\nx-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  socket.destroySoon()
}
