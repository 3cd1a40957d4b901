import type { TFunction } from 'i18next'
import { portsOf } from '../../src-shared/blocks/way-on.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { IntentId } from '../../src-shared/document/ids.ts'
import { inLocale } from '../../src-shared/document/localized.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'

/** What a port is called: the designer's words for options and branches, else the interface's. */
export function portWords(
  t: TFunction,
  document: BotDocument | undefined,
  block: BlockRecord,
  port: string,
  locales: readonly string[],
): string {
  const ports = portsOf(block)
  const at = ports.findIndex(({ id }) => id === port)
  const found = ports[at]
  if (!found) return port
  if (found.role === 'option') {
    const number = at + 1
    if (block.kind === 'condition') return branchName(block, at) || t('blocks.port.branch', { number })
    const label = found.label && inLocale(found.label, locales[0] ?? 'en', locales)
    return label || intentName(document, block, at) || t('blocks.port.option', { number })
  }
  return t([`blocks.portOf.${block.kind}.${port}`, `blocks.port.${port}`])
}

function branchName(block: BlockRecord, at: number): string {
  const branch = (block.data.branches as readonly { name: string; when: string }[] | undefined)?.[at]
  return branch?.name || branch?.when || ''
}

/** A branch for an intent has no words of its own until the customer is to be asked about it. */
function intentName(document: BotDocument | undefined, block: BlockRecord, at: number): string {
  const branches = block.data.branches as readonly { intent?: IntentId | null }[] | undefined
  const intent = block.kind === 'intent' ? branches?.[at]?.intent : null
  return (intent && document?.get(intent)?.name) || ''
}
