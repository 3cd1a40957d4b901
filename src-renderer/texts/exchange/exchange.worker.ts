import { fault, type Result } from '../../../src-shared/kit/result.ts'
import type { ExchangeFile } from '../../../src-shared/texts/exchange.ts'
import { readTextsFile, writeTextsFile } from './files.ts'
import type { ExchangeFormat } from './formats.ts'
import { xlsxToSheet } from './xlsx.ts'

/** Files are read and written beside the window, which stays responsive however large or wicked they are. */
export type ExchangeTask =
  | Readonly<{ does: 'read'; bytes: Uint8Array }>
  | Readonly<{ does: 'sheet'; bytes: Uint8Array }>
  | Readonly<{ does: 'write'; file: ExchangeFile; format: ExchangeFormat }>

function done(task: ExchangeTask): Promise<Result<unknown>> {
  switch (task.does) {
    case 'read':
      return readTextsFile(task.bytes)
    case 'sheet':
      return xlsxToSheet(task.bytes)
    case 'write':
      return writeTextsFile(task.file, task.format)
  }
}

// The end of this process: nobody further out hears what is thrown here.
self.onmessage = ({ data }: MessageEvent<ExchangeTask>) => {
  done(data)
    .catch((error: unknown) => fault('internal/bug', String(error)))
    .then(answer => self.postMessage(answer))
}
