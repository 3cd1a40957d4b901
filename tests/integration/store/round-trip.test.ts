import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleText, keepBundle } from '../../../src-engine/store/bundles.ts'
import { openSqliteStore } from '../../../src-engine/store/open-sqlite-store.ts'
import { addBot, openBot } from '../../../src-main/store/bots.ts'
import { parseDocumentText } from '../../../src-shared/blocks/parse-document.ts'
import { BotDocument } from '../../../src-shared/document/bot-document.ts'
import { recordsOf } from '../../../src-shared/ipc/records-of.ts'
import { bundleOf, checkBundle } from '../../../src-shared/publish/bundle.ts'
import { documentText } from '../../../src-shared/publish/document-text.ts'
import { packBot, unpackBot } from '../../../src-shared/publish/package.ts'
import { advance, start } from '../../../src-shared/runtime/advance.ts'
import { compile } from '../../../src-shared/runtime/compile.ts'
import { SeededWorld } from '../../../src-shared/runtime/seeded-world.ts'
import { arbitraryBot } from '../../unit/runtime/arbitrary-bot.ts'
import { SEALER } from '../engine/test-key.ts'
import { ids, NOW, scratchFolder, scratchLibrary, value } from './scratch-library.ts'

const RUNS = { seed: 20260301, numRuns: 60 }

/** What the bot answers to its keyword, in full. */
function firstTurn(document: BotDocument): string {
  const program = compile(document)
  const input = { id: 'in-1', type: 'message', text: 'go' } as const
  return JSON.stringify(advance(program, start(program, {}), input, new SeededWorld(1, 1_767_268_800_000)))
}

describe('any accepted document comes through unchanged', () => {
  test('a package', () => {
    fc.assert(
      fc.property(arbitraryBot, document => {
        expect(documentText(value(unpackBot(packBot(document))).document)).toBe(documentText(document))
      }),
      RUNS,
    )
  })

  test('the library file', () => {
    const db = scratchLibrary()
    const newId = ids('copy')
    fc.assert(
      fc.property(arbitraryBot, document => {
        const id = value(addBot(db, document, { at: NOW, newId }))
        const stored = BotDocument.of(recordsOf(value(openBot(db, id))))
        // The same bot a second time is a copy with an id of its own.
        stored.drop(stored.bot.id)
        stored.put(document.bot)
        expect(documentText(stored)).toBe(documentText(document))
      }),
      RUNS,
    )
  })

  test('a bundle and the data of an engine, in which it answers as it did', async () => {
    const store = value(await openSqliteStore(scratchFolder(), SEALER))
    try {
      await fc.assert(
        fc.asyncProperty(arbitraryBot, async document => {
          const bundle = bundleOf(document)
          expect(checkBundle(bundle).ok).toBe(true)
          await store.atomically(tx => keepBundle(tx, bundle, 0))
          expect(await bundleText(store, bundle.hash)).toBe(bundle.text)
          expect(firstTurn(value(parseDocumentText(bundle.text)))).toBe(firstTurn(document))
        }),
        RUNS,
      )
    } finally {
      await store.close()
    }
  })
})
