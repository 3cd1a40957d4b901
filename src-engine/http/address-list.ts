import { BlockList, isIPv6 } from 'node:net'

/** Lists as they are looked up; what is written down is parsed once. */
const LISTS = new Map<string, BlockList>()
const MOST_LISTS = 1000

/** Whether an address is in a list of addresses and ranges; everything is in an empty one (requirements.md NHN-142). */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  if (ranges.length === 0) return true
  const plain = plainOf(address)
  return listOf(ranges).check(plain, familyOf(plain))
}

function listOf(ranges: readonly string[]): BlockList {
  const name = ranges.join(' ')
  const known = LISTS.get(name)
  if (known) return known
  const list = new BlockList()
  for (const range of ranges) {
    const [written = '', bits] = range.split('/')
    const address = plainOf(written)
    const family = familyOf(address)
    // A range that is written as mapped addresses counts their 96 bits in front too.
    const prefix =
      bits === undefined ? null : Number(bits) - (address === written || family === 'ipv6' ? 0 : 96)
    if (prefix === null || prefix < 0) list.addAddress(address, family)
    else list.addSubnet(address, prefix, family)
  }
  if (LISTS.size >= MOST_LISTS) LISTS.clear()
  LISTS.set(name, list)
  return list
}

/** `::ffff:10.1.2.3` is how a socket for both kinds tells of 10.1.2.3; a zone behind % says nothing about whose it is. */
function plainOf(address: string): string {
  const [bare = ''] = address.split('%')
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}
