/** Whether bytes are text in UTF-8, with no character cut in two; overlong forms are not looked for. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1
    if (more < 0 || at + more >= bytes.length) return false
    for (let next = at + 1; next <= at + more; next += 1)
      if (((bytes[next] as number) & 0xc0) !== 0x80) return false
    at += more + 1
  }
  return true
}
