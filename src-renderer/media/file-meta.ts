import type { MediaRecord } from '../../src-shared/document/records.ts'
import { formatBytes } from '../../src-shared/kit/format-bytes.ts'

/** What else a list says of a file: its type, size, and pixels where known. */
export function fileMeta({ mime, size, width, height }: MediaRecord): string {
  const pixels = width && height ? ` · ${width} × ${height}` : ''
  return `${shortType(mime)} · ${formatBytes(size)}${pixels}`
}

/** `image/png` is called PNG by everyone. */
function shortType(mime: string): string {
  const name = mime.split('/')[1] ?? mime
  const office = /officedocument\.(\w+)ml/.exec(name)?.[1] ?? ''
  return SHORT[office] ?? SHORT[name] ?? name.toUpperCase()
}

const SHORT: Readonly<Record<string, string>> = {
  wordprocessing: 'DOCX',
  spreadsheet: 'XLSX',
  presentation: 'PPTX',
  mpeg: 'MP3',
  plain: 'TXT',
}
