import type { ExchangeFile } from '../../../src-shared/texts/exchange.ts'
import { readTextsFile, writeTextsFile } from './files.ts'
import type { ExchangeFormat } from './formats.ts'

/** Files are read and written beside the window, which stays responsive however large or wicked they are. */
export type ExchangeTask =
  | Readonly<{ does: 'read'; bytes: Uint8Array }>
  | Readonly<{ does: 'write'; file: ExchangeFile; format: ExchangeFormat }>

self.onmessage = async ({ data }: MessageEvent<ExchangeTask>) => {
  self.postMessage(
    data.does === 'read' ? await readTextsFile(data.bytes) : await writeTextsFile(data.file, data.format),
  )
}
