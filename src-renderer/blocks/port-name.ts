import type { TFunction } from 'i18next'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { useWorkbench } from '../state/workbench.ts'
import { portWords } from './port-words.ts'

/** What a port of the open bot is called: see `portWords`. */
export function portName(t: TFunction, block: BlockRecord, port: string, locales: readonly string[]): string {
  return portWords(t, useWorkbench.getState().editor?.document, block, port, locales)
}
