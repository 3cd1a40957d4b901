import type { CompiledVariable } from '../blocks/kind.ts'
import { kindNamed } from '../blocks/kinds.ts'
import type { BotDocument } from '../document/bot-document.ts'
import type { BlockId, FlowId, VariableId } from '../document/ids.ts'
import type { BlockRecord } from '../document/records.ts'
import type { Problem } from '../kit/result.ts'
import { compileContextOf } from './compile-context.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { normaliseText } from './normalise-text.ts'
import type { Program, ProgramBlock, ProgramKeyword } from './program.ts'

/**
 * Makes a program of a document. Total: whatever is broken becomes a problem, and the rest runs. Records are taken
 * in the order of their ids, so that the same content gives the same program.
 */
export function compile(document: BotDocument, options: { limits?: Partial<Limits> } = {}): Program {
  const problems: Problem[] = []
  const variables = compileVariables(document)
  const blocks = compileBlocks(document, variables, problems)
  for (const block of blocks.values())
    for (const edge of document.edgesFrom(block.id).values()) {
      const target = blocks.get(edge.to)
      if (target) block.targets.set(edge.port, target)
    }
  const entries = byId(document.all('block')).filter(block => block.kind === 'entry')
  const triggered = (trigger: string) => entries.filter(block => block.data.trigger === trigger)
  const keywords = compileKeywords(document)
  const { bot } = document
  return {
    blocks,
    starts: compileStarts(entries, blocks),
    mainMenu: (bot.mainMenu && blocks.get(bot.mainMenu)) ?? null,
    anyMessage: blocks.get(triggered('anyMessage')[0]?.id as BlockId) ?? null,
    exactKeywords: byNormal(keywords.filter(({ match }) => match === 'exact')),
    looseKeywords: keywords.filter(({ match }) => match !== 'exact'),
    tokens: compileTokens(document),
    variables: new Map([...variables.values()].map(variable => [variable.name, variable])),
    locales: bot.locales,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    problems,
  }
}

function byId<T extends { readonly id: string }>(records: Iterable<T>): T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
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

function compileBlocks(
  document: BotDocument,
  variables: ReadonlyMap<VariableId, CompiledVariable>,
  problems: Problem[],
) {
  const blocks = new Map<BlockId, ProgramBlock>()
  for (const record of byId(document.all('block'))) {
    const kind = kindNamed(record.kind)
    if (!kind) {
      problems.push({
        code: 'document/invalid',
        message: `There is no block kind named ${record.kind}.`,
        pointer: record.id,
      })
      continue
    }
    const context = compileContextOf({ document, variables, block: record.id, problems })
    blocks.set(record.id, {
      id: record.id,
      flow: record.flow,
      targets: new Map(),
      ...kind.compile(record.data, context),
    })
  }
  return blocks
}

/** A flow begins at its `call` entry, else at its only other entry. */
function compileStarts(
  entries: readonly BlockRecord[],
  blocks: ReadonlyMap<BlockId, ProgramBlock>,
): ReadonlyMap<FlowId, ProgramBlock> {
  const starts = new Map<FlowId, ProgramBlock>()
  const preferred = [...entries].sort(
    (a, b) => Number(b.data.trigger === 'call') - Number(a.data.trigger === 'call'),
  )
  for (const { id, flow } of preferred) {
    const block = blocks.get(id)
    if (block && !starts.has(flow)) starts.set(flow, block)
  }
  return starts
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

/** requirements.md KAR-14, KAR-15: the tokens are what the designer wrote into the two variables. */
function compileTokens(document: BotDocument): ReadonlyMap<string, 'endToken' | 'mainMenuToken'> {
  const tokens = new Map<string, 'endToken' | 'mainMenuToken'>()
  const add = (name: string, token: 'endToken' | 'mainMenuToken') => {
    const normal = normaliseText(String(document.variableNamed(name)?.initial ?? ''))
    if (normal !== '') tokens.set(normal, token)
  }
  if (document.bot.mainMenu) add('MENU_PRINCIPAL', 'mainMenuToken')
  add('ENCERRA_FLUXO', 'endToken')
  return tokens
}

function byNormal(keywords: readonly ProgramKeyword[]): ReadonlyMap<string, readonly ProgramKeyword[]> {
  const groups = new Map<string, ProgramKeyword[]>()
  for (const keyword of keywords) groups.set(keyword.normal, [...(groups.get(keyword.normal) ?? []), keyword])
  return groups
}
