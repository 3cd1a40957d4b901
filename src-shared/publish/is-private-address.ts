/** Plain http to this very computer: to a name that ends here, or to an address that does, and nothing before it. */
const LOOPBACK = /^http:\/\/(([a-z0-9-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?([/?#]|$)/i

/** Whether nobody between here and an engine can read or change what is sent: https, or http to this very computer. */
export function isPrivateAddress(address: string): boolean {
  return /^https:\/\//i.test(address) || LOOPBACK.test(address)
}
