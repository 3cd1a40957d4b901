/** Places of bytes, both ends included. */
export type ByteRange = Readonly<{ from: number; to: number }>

/**
 * The part of a file a `Range` header asks for: null for the whole, which also answers what is not understood or asks
 * for several parts (RFC 9110, 14.2); `none` when it begins behind the end.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '')
    return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from >= size) return 'none'
  return to < from ? null : { from, to }
}
