import { fault, ok, type Result } from '../../../src-shared/kit/result.ts'

/** A text file's text: UTF-8, or UTF-16 where its first bytes say so. Other bytes are refused rather than guessed at. */
export function decodeText(bytes: Uint8Array): Result<string> {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return ok(text)
    return fault('texts/not-texts', 'It is a program or another binary file.')
  } catch {
    return fault('texts/not-texts', 'Its letters are not UTF-8. Save it again as “CSV UTF-8”, XLSX or XLIFF.')
  }
}
