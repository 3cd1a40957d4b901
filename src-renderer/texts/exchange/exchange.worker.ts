import { fault } from '../../../src-shared/kit/result.ts'
import type { ExchangeFile } from '../../../src-shared/texts/exchange.ts'
import { readTextsFile, writeTextsFile } from './files.ts'
import type { ExchangeFormat } from './formats.ts'

/** Files are read and written beside the window, which stays responsive however large or wicked they are. */
export type ExchangeTask =
  | Readonly<{ does: 'read'; bytes: Uint8Array }>
  | Readonly<{ does: 'write'; file: ExchangeFile; format: ExchangeFormat }>

// The end of this process: nobody further out hears what is thrown here.
self.onmessage = ({ data }: MessageEvent<ExchangeTask>) => {
  const done = data.does === 'read' ? readTextsFile(data.bytes) : writeTextsFile(data.file, data.format)
  done
    .catch((error: unknown) => fault('internal/bug', String(error)))
    .then(answer => self.postMessage(answer))
}
