import { fault, type Result } from '../../../src-shared/kit/result.ts'
import type { ExchangeFile } from '../../../src-shared/texts/exchange.ts'
import type { Sheet } from '../../../src-shared/texts/exchange-sheet.ts'
import type { ExchangeTask } from './exchange.worker.ts'
import type { ReadTexts } from './files.ts'
import type { ExchangeFormat } from './formats.ts'

/** Longer than any honest file takes. */
const LONGEST_MS = 60_000

export function readInWorker(bytes: Uint8Array): Promise<Result<ReadTexts>> {
  return run<ReadTexts>({ does: 'read', bytes })
}

/** The first table of a workbook; see `xlsxToSheet`. */
export function sheetInWorker(bytes: Uint8Array): Promise<Result<{ sheet: Sheet; formulas: number }>> {
  return run({ does: 'sheet', bytes })
}

export function writeInWorker(file: ExchangeFile, format: ExchangeFormat): Promise<Result<Uint8Array>> {
  return run<Uint8Array>({ does: 'write', file, format })
}

async function run<T>(task: ExchangeTask): Promise<Result<T>> {
  const worker = new Worker(new URL('./exchange.worker.ts', import.meta.url), { type: 'module' })
  let late: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<Result<T>>(resolve => {
      late = setTimeout(() => resolve(fault('texts/too-large', 'It takes too long.')), LONGEST_MS)
      worker.onmessage = ({ data }: MessageEvent<Result<T>>) => resolve(data)
      worker.onerror = () => resolve(fault('texts/not-texts', 'It cannot be read.'))
      worker.postMessage(task)
    })
  } finally {
    clearTimeout(late)
    worker.terminate()
  }
}
