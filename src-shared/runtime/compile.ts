import type { CompiledVariable, UnderstandingSource } from '../blocks/kind.ts'
import { kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, VariableId } from '../document/ids.ts'
import { createOfflineUnderstanding } from '../understanding/offline-provider.ts'
import { byId } from './by-id.ts'
import { type CompileSource, compileContextOf } from './compile-context.ts'
import { compileEntries, compileStarts } from './compile-entries.ts'
import { compileDress, compileRules, compileWords } from './compile-rules.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { normaliseText } from './normalise-text.ts'
import type { Program, ProgramBlock, ProgramKeyword } from './program.ts'

/**
 * Makes a program of a document. Total: whatever is broken becomes a problem, and the rest runs. Records are taken
 * in the order of their ids, so that the same content gives the same program.
 */
export function compile(document: BotDocument, options: { limits?: Partial<Limits> } = {}): Program {
  const { bot } = document
  const source: CompileSource = {
    document,
    variables: compileVariables(document),
    understanding: understandingOf(document),
    problems: [],
    hears: false,
  }
  const blocks = compileBlocks(source)
  connect(document, blocks)
  const entries = compileEntries(document, blocks)
  const own = compileContextOf(source, bot.id)
  const kinds = new Set([...blocks.values()].map(({ kind }) => kind))
  const handsOver = kinds.has('handover') || entries.preChat.size > 0
  const keywords = compileKeywords(document)
  return {
    blocks,
    starts: compileStarts(document, blocks),
    mainMenu: (bot.mainMenu && blocks.get(bot.mainMenu)) ?? null,
    entries,
    exactKeywords: byNormal(keywords.filter(({ match }) => match === 'exact')),
    looseKeywords: keywords.filter(({ match }) => match !== 'exact'),
    words: compileWords(document, handsOver),
    rules: compileRules(document, own),
    understands: entries.intents.size > 0 || document.count('faq') > 0,
    answers: new Map(byId(document.all('faq')).map(({ id, answer }) => [id, own.text(answer)])),
    understanding: source.understanding,
    hears: source.hears || [...blocks.values()].some(({ hears }) => hears),
    goesBack: [...blocks.values()].some(({ goesBack }) => goesBack),
    dress: compileDress(document, own),
    variables: new Map([...source.variables.values()].map(variable => [variable.name, variable])),
    locales: bot.locales,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    problems: source.problems,
  }
}

function connect(document: BotDocument, blocks: ReadonlyMap<BlockId, ProgramBlock>): void {
  for (const block of blocks.values())
    for (const edge of document.edgesFrom(block.id)) {
      const target = blocks.get(edge.to)
      if (target) block.targets.set(edge.port, target)
    }
}

function compileVariables(document: BotDocument): ReadonlyMap<VariableId, CompiledVariable> {
  const variables = byId(document.all('variable'))
  return new Map(
    variables.map(({ id, name, valueType, secret, initial }) => [
      id,
      { id, name, valueType, secret, initial },
    ]),
  )
}

function compileBlocks(source: CompileSource): ReadonlyMap<BlockId, ProgramBlock> {
  const blocks = new Map<BlockId, ProgramBlock>()
  for (const record of byId(source.document.all('block'))) {
    const kind = kindNamed(record.kind)
    if (!kind) {
      source.problems.push({
        code: 'document/invalid',
        message: `There is no block kind named ${record.kind}.`,
        pointer: record.id,
      })
      continue
    }
    blocks.set(record.id, {
      id: record.id,
      flow: record.flow,
      kind: record.kind,
      targets: new Map(),
      ...kind.compile(record.data, compileContextOf(source, record.id)),
    })
  }
  return blocks
}

/** The bot's own understanding; its index is made when it is first asked. */
function understandingOf(document: BotDocument): UnderstandingSource {
  let made: UnderstandingSource | undefined
  return {
    detect(text, locale) {
      made ??= createOfflineUnderstanding({
        intents: byId(document.all('intent')).map(({ id, phrases }) => ({ id, phrases })),
        faqs: byId(document.all('faq')).map(({ id, questions }) => ({ id, questions })),
        locales: document.bot.locales,
      })
      return made.detect(text, locale)
    },
  }
}

function compileKeywords(document: BotDocument): ProgramKeyword[] {
  return byId(document.all('keyword')).map(({ id, text, match, locale, entry }) => ({
    id,
    normal: normaliseText(text),
    match,
    locale,
    entry,
  }))
}

function byNormal(keywords: readonly ProgramKeyword[]): ReadonlyMap<string, readonly ProgramKeyword[]> {
  const groups = new Map<string, ProgramKeyword[]>()
  for (const keyword of keywords) groups.set(keyword.normal, [...(groups.get(keyword.normal) ?? []), keyword])
  return groups
}
