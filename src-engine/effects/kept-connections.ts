import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'

/** Connections to one system at once. */
const options = { keepAlive: true, maxSockets: 64 }
const http = new HttpAgent(options)
const https = new HttpsAgent(options)

/**
 * The connections that are kept for systems which are told things all day: most of what a short call costs is making
 * one. The address is looked at when a connection is made (address-guard.ts).
 */
export function keptConnections({ protocol }: URL): HttpAgent {
  return protocol === 'https:' ? https : http
}
