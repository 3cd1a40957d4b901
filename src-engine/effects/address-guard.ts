import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Says whether a connection to an address may be made. */
export type MayReach = (address: string) => boolean

/** An address that bots must not reach; its message is for people. */
export class RefusedAddress extends Error {}

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

/** Networks of one's own, and those that are no single place on the internet (IANA special-purpose registries). */
const SPECIAL_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Within 2000::/3, which is all of IPv6 that is given out; Teredo and 6to4 carry IPv4 addresses inside. */
const SPECIAL_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const SPECIAL = new BlockList()
for (const [net, prefix] of SPECIAL_V4) SPECIAL.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of SPECIAL_V6) SPECIAL.addSubnet(net, prefix, 'ipv6')
const GIVEN_OUT_V6 = new BlockList()
GIVEN_OUT_V6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is one of this machine's own. */
export function isLoopback(address: string): boolean {
  return isIn(LOOPBACK, address)
}

/** Whether an address is a single place on the internet (requirements.md NHN-26: no private, link-local or metadata ones). */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !isIn(SPECIAL, address)
  return family === 6 && isIn(GIVEN_OUT_V6, address) && !isIn(SPECIAL, address)
}

function isIn(list: BlockList, address: string): boolean {
  const [plain = ''] = address.split('%')
  return list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The lookup of a connection: what it finds is what is connected to, so a name cannot mean another address a moment
 * later. A name one of whose addresses must not be reached is refused as a whole.
 */
export function guardedLookup(mayReach: MayReach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? new Error('no address'), '')
      if (!addresses.every(({ address }) => mayReach(address))) return callback(refused(), '')
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/** Refuses a host that is written as an address, for which nothing is looked up; throws a RefusedAddress. */
export function checkWrittenAddress({ hostname }: URL, mayReach: MayReach): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayReach(host)) throw refused()
}

function refused(): RefusedAddress {
  return new RefusedAddress('Bots may not reach this address: it is no public one, or not asked over https.')
}
