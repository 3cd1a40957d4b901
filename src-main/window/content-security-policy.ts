/**
 * What the page may load and do. `style-src` needs the nonce for Mantine's theme; style attributes set from script
 * go through the CSSOM, which no directive covers, so inline style stays forbidden. All network is main's.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    // The layout of flows, a file of the window's own.
    "worker-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
