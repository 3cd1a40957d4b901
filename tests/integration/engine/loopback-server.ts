import { onTestFinished } from 'vitest'
import { type Answering, type Loopback, openLoopback } from '../../loopback/open-loopback.ts'

/** A server that answers as told and ends with the test. */
export async function loopbackServer(answer: Answering): Promise<Loopback> {
  const server = await openLoopback(answer)
  onTestFinished(server.close)
  return server
}
