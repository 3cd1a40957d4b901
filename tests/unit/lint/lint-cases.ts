import type { BlockId, FlowId, VariableId } from '../../../src-shared/document/ids.ts'
import {
  ask,
  blockId,
  type DraftBot,
  END,
  flowId,
  menuOf,
  option,
  RETURN,
  say,
  set,
  variableId,
  when,
} from '../document/draft-bot.ts'

type Change = (bot: DraftBot) => unknown

/** What makes a healthy bot raise a code, and what comes near it and does not. */
export type LintCase = Readonly<{ code: string; says: string; raises: Change; spares: Change }>

const GONE = {
  flow: 'flow_gone' as FlowId,
  block: 'block_gone' as BlockId,
  variable: 'var_gone' as VariableId,
}

/** Before the menu, so that it is reached: hello → name → menu. */
export function between(bot: DraftBot, name: string, kind: string, data: object, port = 'next'): DraftBot {
  return bot.block(name, kind, data).edge('hello', 'next', name).edge(name, port, 'menu')
}

export function subFlow(bot: DraftBot, name = 'sub'): DraftBot {
  return bot
    .flow(name)
    .block(`${name}-in`, 'entry', { trigger: 'call' }, { flow: flowId(name) })
    .block(`${name}-say`, 'message', say('Here'), { flow: flowId(name) })
    .block(`${name}-end`, 'end', RETURN, { flow: flowId(name) })
    .edge(`${name}-in`, 'next', `${name}-say`, flowId(name))
    .edge(`${name}-say`, 'next', `${name}-end`, flowId(name))
}

export function calling(bot: DraftBot, flow: string | null): DraftBot {
  return between(bot, 'call', 'callFlow', { flow: flow && flowId(flow) })
}

/** hello → count → more → (branch) hello, else → menu. */
function counting(bot: DraftBot): DraftBot {
  return between(
    bot.variable('COUNT', { valueType: 'number', initial: 0 }),
    'count',
    'setVariable',
    set('COUNT', 'COUNT + 1'),
  )
    .block('more', 'condition', when('COUNT < 3'))
    .edge('count', 'next', 'more')
    .edge('more', 'br_0', 'hello')
    .edge('more', 'else', 'menu')
}

/** A sub-flow that calls itself from `sub-call`. */
function recursive(bot: DraftBot): DraftBot {
  return calling(subFlow(bot), 'sub')
    .block('sub-call', 'callFlow', { flow: flowId('sub') }, { flow: flowId('sub') })
    .edge('sub-say', 'next', 'sub-call', flowId('sub'))
    .edge('sub-call', 'next', 'sub-end', flowId('sub'))
}

/** A loop around a call: hello → call → hello. */
function aroundCall(bot: DraftBot): DraftBot {
  return calling(subFlow(bot), 'sub').edge('call', 'next', 'hello')
}

/** The same, where the called flow first calls another one; which of the two is looked at first goes by their names. */
function aroundNested(bot: DraftBot, inner: string): DraftBot {
  const sub = flowId('sub')
  return subFlow(aroundCall(bot), inner)
    .block('sub-call', 'callFlow', { flow: flowId(inner) }, { flow: sub })
    .edge('sub-in', 'next', 'sub-call', sub)
    .edge('sub-call', 'next', 'sub-say', sub)
}

/** The inner flow asks a customer whose number is known. */
function innerMayAsk(bot: DraftBot, inner: string): DraftBot {
  const flow = flowId(inner)
  return aroundNested(bot, inner)
    .block(`${inner}-if`, 'condition', when('NUMERO_CLIENTE != ""'), { flow })
    .block(`${inner}-ask`, 'question', ask(), { flow })
    .edge(`${inner}-in`, 'next', `${inner}-if`, flow)
    .edge(`${inner}-if`, 'br_0', `${inner}-ask`, flow)
    .edge(`${inner}-if`, 'else', `${inner}-say`, flow)
    .edge(`${inner}-ask`, 'answered', `${inner}-say`, flow)
}

function subQuestion(bot: DraftBot): DraftBot {
  return bot
    .block('sub-ask', 'question', ask(), { flow: flowId('sub') })
    .edge('sub-in', 'next', 'sub-ask', flowId('sub'))
    .edge('sub-ask', 'answered', 'sub-say', flowId('sub'))
}

export const LINT_CASES: readonly LintCase[] = [
  {
    code: 'entry/none',
    says: 'a bot without entry; one entry is enough',
    raises: bot => bot.drop('block_in').drop('edge_in-next').drop('kw_hi'),
    spares: bot => bot,
  },
  {
    code: 'entry/none-in-main',
    says: 'entries in other flows only',
    raises: bot => subFlow(bot).drop('block_in').drop('edge_in-next').drop('kw_hi'),
    spares: bot => subFlow(bot),
  },
  {
    code: 'entry/no-keyword',
    says: 'an entry for keywords without one',
    raises: bot => bot.drop('kw_hi'),
    spares: bot => bot.block('in', 'entry', { trigger: 'anyMessage' }).drop('kw_hi'),
  },
  {
    code: 'entry/no-keyword',
    says: 'an entry without keyword is fine where its flow is called',
    raises: bot => bot.flow('sub').block('sub-in', 'entry', { trigger: 'keyword' }, { flow: flowId('sub') }),
    spares: bot =>
      calling(
        bot.flow('sub').block('sub-in', 'entry', { trigger: 'keyword' }, { flow: flowId('sub') }),
        'sub',
      ),
  },
  {
    code: 'entry/second-any-message',
    says: 'two entries take any message',
    raises: bot =>
      bot
        .block('any-1', 'entry', { trigger: 'anyMessage' })
        .block('any-2', 'entry', { trigger: 'anyMessage' }),
    spares: bot => bot.block('any-1', 'entry', { trigger: 'anyMessage' }),
  },
  {
    code: 'entry/second-call',
    says: 'a flow has two entries for calls; two flows may have one each',
    raises: bot => subFlow(bot).block('sub-in-2', 'entry', { trigger: 'call' }, { flow: flowId('sub') }),
    spares: bot => subFlow(subFlow(bot), 'other'),
  },
  {
    code: 'flow/no-entry',
    says: 'a called flow has no entry',
    raises: bot => calling(bot.flow('sub'), 'sub'),
    spares: bot => bot.flow('sub'),
  },
  {
    code: 'block/unreachable',
    says: 'a block nothing leads to',
    raises: bot => bot.block('lost', 'end', END),
    spares: bot => bot.block('lost', 'end', END).edge('menu', 'else', 'lost'),
  },
  {
    code: 'block/unreachable',
    says: 'a sub-flow nobody calls',
    raises: bot => subFlow(bot),
    spares: bot => calling(subFlow(bot), 'sub'),
  },
  {
    code: 'block/unreachable',
    says: 'a block that is only jumped to, or is the main menu, is reached',
    raises: bot => bot.block('lost', 'end', END).block('jump', 'goTo', { block: blockId('lost') }),
    spares: bot =>
      bot
        .block('lost', 'end', END)
        .block('jump', 'goTo', { block: blockId('lost') })
        .edge('menu', 'else', 'jump'),
  },
  {
    code: 'port/unconnected',
    says: 'a message leads nowhere',
    raises: bot => bot.unplug('hello', 'next'),
    spares: bot => bot,
  },
  {
    code: 'port/unconnected',
    says: 'an option without target; the menu’s else is free',
    raises: bot => bot.unplug('menu', 'opt_b'),
    spares: bot => bot.unplug('menu', 'else'),
  },
  {
    code: 'port/unconnected',
    says: 'a condition without else',
    raises: bot => between(bot, 'if', 'condition', when('NUMERO_CLIENTE == "1"'), 'br_0'),
    spares: bot =>
      between(bot, 'if', 'condition', when('NUMERO_CLIENTE == "1"'), 'br_0').edge('if', 'else', 'menu'),
  },
  {
    code: 'port/unconnected',
    says: 'a question that gives up needs a way for that; one that asks for ever does not',
    raises: bot => between(bot, 'ask', 'question', ask({ maxTries: 3 }), 'answered'),
    spares: bot => between(bot, 'ask', 'question', ask(), 'answered'),
  },
  {
    code: 'edge/no-port',
    says: 'an edge from an option that was removed',
    raises: bot => bot.edge('menu', 'opt_gone', 'end'),
    spares: bot => bot.edge('menu', 'else', 'end'),
  },
  {
    code: 'edge/no-input',
    says: 'an edge into an entry',
    raises: bot => bot.edge('menu', 'else', 'in'),
    spares: bot => bot.edge('menu', 'else', 'hello'),
  },
  {
    code: 'flow/endless-loop',
    says: 'two messages in a circle; with a menu between them it is a conversation',
    raises: bot =>
      bot
        .block('again', 'message', say('Again'))
        .edge('hello', 'next', 'again')
        .edge('again', 'next', 'hello'),
    spares: bot => bot,
  },
  {
    code: 'flow/endless-loop',
    says: 'a jump back, across flows',
    raises: bot =>
      bot
        .flow('far')
        .block('there', 'goTo', { block: blockId('back') })
        .block('back', 'goTo', { block: blockId('hello') }, { flow: flowId('far') })
        .edge('hello', 'next', 'there'),
    spares: bot => bot.block('there', 'goTo', { block: blockId('menu') }).edge('hello', 'next', 'there'),
  },
  {
    code: 'flow/endless-loop',
    says: 'around a call that comes back at once; a question in the called flow waits',
    raises: aroundCall,
    spares: bot => subQuestion(aroundCall(bot)),
  },
  {
    code: 'flow/endless-loop',
    says: 'a called flow that closes the conversation ends the circle',
    raises: aroundCall,
    spares: bot => aroundCall(bot).block('sub-end', 'end', END, { flow: flowId('sub') }),
  },
  ...['after', 'zero'].flatMap((inner): LintCase[] => [
    {
      code: 'flow/endless-loop',
      says: `around a call of a flow that calls ${inner}, which comes back or, near it, waits`,
      raises: bot => aroundNested(bot, inner),
      spares: bot =>
        aroundNested(bot, inner)
          .block(`${inner}-say`, 'question', ask(), { flow: flowId(inner) })
          .unplug(`${inner}-say`, 'next')
          .edge(`${inner}-say`, 'answered', `${inner}-end`, flowId(inner)),
    },
    {
      code: 'flow/loop-without-wait',
      says: `around a call of a flow that calls ${inner}, which may wait; one that never does is endless`,
      raises: bot => innerMayAsk(bot, inner),
      spares: bot => aroundNested(bot, inner),
    },
  ]),
  {
    code: 'flow/loop-without-wait',
    says: 'a count that ends is only worth a look',
    raises: counting,
    spares: bot => counting(bot).edge('more', 'br_0', 'menu'),
  },
  {
    code: 'flow/endless-calls',
    says: 'a flow that calls itself without waiting',
    raises: recursive,
    spares: bot => subQuestion(recursive(bot)),
  },
  {
    code: 'flow/calls-itself',
    says: 'a flow that calls itself after a question; a jump to its beginning is fine',
    raises: bot => subQuestion(recursive(bot)),
    spares: bot =>
      subQuestion(calling(subFlow(bot), 'sub'))
        .block('sub-again', 'goTo', { block: blockId('sub-ask') }, { flow: flowId('sub') })
        .edge('sub-say', 'next', 'sub-again', flowId('sub')),
  },
  {
    code: 'variable/not-chosen',
    says: 'a variable to set is not chosen; an answer need not be kept',
    raises: bot => between(bot, 'set', 'setVariable', set(null, '1')),
    spares: bot => between(bot, 'ask', 'question', ask(), 'answered'),
  },
  {
    code: 'variable/missing',
    says: 'an answer is kept in a variable that is gone',
    raises: bot => between(bot, 'ask', 'question', ask({ saveTo: GONE.variable }), 'answered'),
    spares: bot =>
      between(bot.variable('NAME'), 'ask', 'question', ask({ saveTo: variableId('NAME') }), 'answered'),
  },
  {
    code: 'flow/not-chosen',
    says: 'a call of no flow',
    raises: bot => calling(bot, null),
    spares: bot => calling(subFlow(bot), 'sub'),
  },
  {
    code: 'flow/missing',
    says: 'a call of a flow that is gone',
    raises: bot => calling(bot, 'gone'),
    spares: bot => calling(subFlow(bot), 'sub'),
  },
  {
    code: 'block/not-chosen',
    says: 'a jump to nowhere',
    raises: bot => bot.block('jump', 'goTo', { block: null }).edge('menu', 'else', 'jump'),
    spares: bot => bot.block('jump', 'goTo', { block: blockId('hello') }).edge('menu', 'else', 'jump'),
  },
  {
    code: 'block/missing',
    says: 'a jump to a block that is gone',
    raises: bot => bot.block('jump', 'goTo', { block: GONE.block }).edge('menu', 'else', 'jump'),
    spares: bot => bot.block('jump', 'goTo', { block: blockId('end') }).edge('menu', 'else', 'jump'),
  },
  {
    code: 'formula/unknown-name',
    says: 'a text names a variable that is not there (KAR-13)',
    raises: bot => bot.block('hello', 'message', say('Hello {{NOM_CLIENTE}}')),
    spares: bot => bot.block('hello', 'message', say('Hello {{NOME_CLIENTE}} {NOM_CLIENTE}')),
  },
  {
    code: 'formula/unknown-name',
    says: 'a formula names a variable that is not there, or a function',
    raises: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'FROBNICATE(1)')),
    spares: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'UPPER(NOME_CLIENTE)')),
  },
  {
    code: 'formula/syntax',
    says: 'a formula that cannot be read',
    raises: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', '1 +')),
    spares: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', '1 + 1')),
  },
  {
    code: 'formula/syntax',
    says: 'a place of a text that cannot be read; braces that are not closed are text',
    raises: bot => bot.block('hello', 'message', say('{{ 1 + }}')),
    spares: bot => bot.block('hello', 'message', say('{{ 1 + ')),
  },
  {
    code: 'formula/not-allowed',
    says: 'a formula that looks into a value',
    raises: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'A.length')),
    spares: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'LEN(A)')),
  },
  {
    code: 'formula/type',
    says: 'a list is multiplied; digits in a text variable may be a number',
    raises: bot => between(bot.variable('A', { valueType: 'list' }), 'set', 'setVariable', set('A', 'A * 2')),
    spares: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'A * 2')),
  },
  {
    code: 'formula/arguments',
    says: 'a function with too few arguments',
    raises: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'ROUND()')),
    spares: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', 'ROUND(1.234, 2)')),
  },
  {
    code: 'formula/division-by-zero',
    says: 'a division by a written zero',
    raises: bot => between(bot.variable('A'), 'set', 'setVariable', set('A', '1 / 0')),
    spares: bot =>
      between(bot.variable('A', { valueType: 'number' }), 'set', 'setVariable', set('A', '1 / A')),
  },
  {
    code: 'formula/empty',
    says: 'a branch without a formula',
    raises: bot => between(bot, 'if', 'condition', when(' '), 'br_0').edge('if', 'else', 'menu'),
    spares: bot => between(bot, 'if', 'condition', when('true'), 'br_0').edge('if', 'else', 'menu'),
  },
  {
    code: 'text/empty',
    says: 'a message of blanks; a retry text may be empty',
    raises: bot => bot.block('hello', 'message', say(' \n')),
    spares: bot => between(bot, 'ask', 'question', ask({ retry: { en: '' } }), 'answered'),
  },
  {
    code: 'text/empty',
    says: 'an option without a label in the default language',
    raises: bot => bot.block('menu', 'menu', menuOf(option('a', ''), option('b', 'Leave'))),
    spares: bot => bot.block('menu', 'menu', menuOf(option('a', '1'), option('b', 'Leave'))),
  },
  {
    code: 'text/untranslated',
    says: 'a text is not there in the second language',
    raises: bot => bot.bot({ locales: ['en', 'pt-BR'] }),
    spares: bot => bot.bot({ locales: ['en'] }),
  },
  {
    code: 'text/secret',
    says: 'a text shows a secret; a formula may use it',
    raises: bot =>
      bot.variable('PIN', { secret: true }).block('hello', 'message', say('Your PIN is {{PIN}}')),
    spares: bot =>
      between(bot.variable('PIN', { secret: true }), 'if', 'condition', when('PIN == "1"'), 'br_0'),
  },
  {
    code: 'formula/secret',
    says: 'a secret is told with an event; other values may be (KAR-13)',
    raises: bot =>
      between(bot.variable('PIN', { secret: true }), 'tell', 'raiseEvent', {
        name: 'paid',
        values: [{ name: 'CODE', value: 'PIN' }],
      }),
    spares: bot =>
      between(bot.variable('PIN', { secret: true }).variable('TOTAL'), 'tell', 'raiseEvent', {
        name: 'paid',
        values: [{ name: 'CODE', value: 'TOTAL' }],
      }),
  },
  {
    code: 'formula/secret',
    says: 'a secret is copied into a variable that is shown; another secret may have it',
    raises: bot =>
      between(
        bot.variable('PIN', { secret: true }).variable('COPY'),
        'copy',
        'setVariable',
        set('COPY', 'PIN'),
      ),
    spares: bot =>
      between(
        bot.variable('PIN', { secret: true }).variable('COPY', { secret: true }),
        'copy',
        'setVariable',
        set('COPY', 'PIN'),
      ),
  },
  {
    code: 'variable/unused',
    says: 'a variable nobody uses; a part of another name is no use',
    raises: bot => bot.variable('NOME').block('hello', 'message', say('NOME {{NOME_CLIENTE}}')),
    spares: bot => bot.variable('NOME').block('hello', 'message', say('{{NOME}}')),
  },
  {
    code: 'variable/secret-written',
    says: 'a secret with an initial value',
    raises: bot => bot.variable('PIN', { secret: true, initial: '1234' }),
    spares: bot => bot.variable('PIN', { secret: true }),
  },
  {
    code: 'variable/initial-misfit',
    says: 'an initial value of another type that can be read as one',
    raises: bot => bot.variable('N', { valueType: 'number', initial: '12' }),
    spares: bot => bot.variable('N', { valueType: 'number', initial: 12 }),
  },
  {
    code: 'variable/initial-misfit',
    says: 'an initial value that cannot be read as its type',
    raises: bot => bot.variable('D', { valueType: 'date', initial: true }),
    spares: bot => bot.variable('D', { valueType: 'date', initial: '2026-12-31' }),
  },
  {
    code: 'variable/predefined-missing',
    says: 'one of the six is missing (KAR-14…KAR-19)',
    raises: bot => bot.drop(variableId('NUMERO_CLIENTE')),
    spares: bot => bot,
  },
  {
    code: 'variable/read-only',
    says: 'setting the account of the engine (KAR-16); the name of the customer may be set',
    raises: bot => between(bot, 'set', 'setVariable', set('ID_CONTA_KAROO', '"1"')),
    spares: bot => between(bot, 'set', 'setVariable', set('NOME_CLIENTE', '"Ana"')),
  },
  {
    code: 'variable/read-only',
    says: 'keeping an answer in a global token',
    raises: bot => between(bot, 'ask', 'question', ask({ saveTo: variableId('MENU_PRINCIPAL') }), 'answered'),
    spares: bot => between(bot, 'ask', 'question', ask({ saveTo: variableId('NUMERO_CLIENTE') }), 'answered'),
  },
  {
    code: 'keyword/repeated',
    says: 'the same word twice after normalising (NHN-29); one per language is fine',
    raises: bot => bot.keyword('again', ' HI! ', 'in'),
    spares: bot =>
      bot
        .bot({ locales: ['en', 'pt'] })
        .keyword('hi', 'Hi', 'in', { locale: 'en' })
        .keyword('again', 'hi', 'in', { locale: 'pt' }),
  },
  {
    code: 'keyword/is-token',
    says: 'a keyword is the word of a token; “menu” is not “#MENU” (NHN-28)',
    raises: bot => bot.keyword('menu', '#menu', 'in'),
    spares: bot => bot.keyword('menu', 'menu', 'in'),
  },
  {
    code: 'keyword/same-tokens',
    says: 'both tokens hold one word; two empty ones are just unused',
    raises: bot => bot.variable('MENU_PRINCIPAL', { initial: '#encerrar' }),
    spares: bot => bot.variable('MENU_PRINCIPAL', { initial: '' }).variable('ENCERRA_FLUXO', { initial: '' }),
  },
  {
    code: 'menu/no-main',
    says: 'no menu is marked while there is a word for it (KAR-15)',
    raises: bot => bot.bot({ mainMenu: null }),
    spares: bot => bot.bot({ mainMenu: null }).variable('MENU_PRINCIPAL', { initial: '' }),
  },
  {
    code: 'menu/none',
    says: 'a bot without menus can only be told that the word leads nowhere',
    raises: bot =>
      bot
        .bot({ mainMenu: null })
        .drop('block_menu')
        .drop('edge_hello-next')
        .drop('edge_menu-opt-a')
        .drop('edge_menu-opt-b'),
    spares: bot => bot.bot({ mainMenu: null }),
  },
  {
    code: 'menu/main-is-no-menu',
    says: 'another block is marked as main menu',
    raises: bot => bot.bot({ mainMenu: blockId('hello') }),
    spares: bot => bot,
  },
  {
    code: 'menu/repeated-label',
    says: 'two options read alike after normalising (NHN-06)',
    raises: bot => bot.block('menu', 'menu', menuOf(option('a', 'Leave'), option('b', ' LEAVE!'))),
    spares: bot => bot.block('menu', 'menu', menuOf(option('a', 'Leave'), option('b', 'Leave now'))),
  },
  {
    code: 'menu/number-label',
    says: 'an option is called by the number of another',
    raises: bot => bot.block('menu', 'menu', menuOf(option('a', '２'), option('b', 'Leave'))),
    spares: bot => bot.block('menu', 'menu', menuOf(option('a', '1'), option('b', '12'))),
  },
  {
    code: 'menu/number-label',
    says: 'a synonym is the number of another option',
    raises: bot => bot.block('menu', 'menu', menuOf(option('a', 'Hours'), option('b', 'Leave', ['1']))),
    spares: bot => bot.block('menu', 'menu', menuOf(option('a', 'Hours'), option('b', 'Leave', ['2', '30']))),
  },
  {
    code: 'question/empty-range',
    says: 'bounds the wrong way round; equal bounds leave one answer',
    raises: bot => between(bot, 'ask', 'question', ask({ answer: 'number', min: 5, max: 4 }), 'answered'),
    spares: bot => between(bot, 'ask', 'question', ask({ answer: 'number', min: 5, max: 5 }), 'answered'),
  },
  {
    code: 'question/empty-range',
    says: 'dates the wrong way round; of a question for a number they do not matter',
    raises: bot =>
      between(
        bot,
        'ask',
        'question',
        ask({ answer: 'date', earliest: '2026-02-01', latest: '2026-01-31' }),
        'answered',
      ),
    spares: bot =>
      between(
        bot,
        'ask',
        'question',
        ask({ answer: 'number', earliest: '2026-02-01', latest: '2026-01-31' }),
        'answered',
      ),
  },
  {
    code: 'question/wrong-variable',
    says: 'a date is kept in a number; a text takes anything',
    raises: bot =>
      between(
        bot.variable('N', { valueType: 'number' }),
        'ask',
        'question',
        ask({ answer: 'date', saveTo: variableId('N') }),
        'answered',
      ),
    spares: bot =>
      between(
        bot.variable('N'),
        'ask',
        'question',
        ask({ answer: 'date', saveTo: variableId('N') }),
        'answered',
      ),
  },
]
