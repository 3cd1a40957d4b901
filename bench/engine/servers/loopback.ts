import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A system behind a generic channel: says that it is the right one, takes as many messages as come, and counts them. */
let taken = 0
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(String(taken))
    return
  }
  let body = ''
  request.setEncoding('utf8')
  request.on('data', part => {
    body += part
  })
  request.on('end', () => {
    const value = JSON.parse(body) as { type: string; challenge?: string; messages?: { id: string }[] }
    if (value.type === 'verification') {
      response.end(JSON.stringify({ challenge: value.challenge }))
      return
    }
    const results = (value.messages ?? []).map(({ id }) => ({ delivery: id, id: `t${++taken}` }))
    response.end(JSON.stringify({ results }))
  })
})
server.listen(0, '127.0.0.1', () =>
  console.log(`listens on http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)
