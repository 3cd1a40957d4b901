import type { DataOf } from '../../../src-shared/blocks/kinds.ts'
import { ask, type DraftBot, menuOf, option, variableId } from '../document/draft-bot.ts'
import type { LintCase } from './lint-cases.ts'

const OPTIONS = [option('a', 'Tea'), option('b', 'Milk')]
const PROMPT = { prompt: { en: 'Which?' }, retry: { en: 'Again.' } }

function choices(part: Partial<DataOf<'choices'>>): object {
  return { ...PROMPT, options: OPTIONS, min: 1, max: null, saveTo: null, ...part }
}

function quiz(part: Partial<DataOf<'quiz'>>): object {
  return {
    ...PROMPT,
    options: OPTIONS,
    correct: ['opt_a'],
    all: false,
    shuffle: false,
    points: 1,
    score: null,
    right: { en: 'Yes' },
    wrong: { en: 'No' },
    ...part,
  }
}

function rating(part: Partial<DataOf<'rating'>>): object {
  return { ...PROMPT, scale: 5, style: 'stars', saveTo: null, low: null, ...part }
}

/** hello → the block → menu, by all its ports. */
function asking(bot: DraftBot, kind: string, data: object, ports: readonly string[]): DraftBot {
  const asked = bot.block('asked', kind, data).edge('hello', 'next', 'asked')
  return ports.reduce((built, port) => built.edge('asked', port, 'menu'), asked)
}

/** The findings of the kinds that ask. */
export const ASKING_CASES: readonly LintCase[] = [
  {
    code: 'menu/wrong-list',
    says: 'options are made of what is no list (NHN-06)',
    raises: bot =>
      bot.variable('NAMES').block('menu', 'menu', {
        ...menuOf(...OPTIONS),
        list: { labels: variableId('NAMES'), values: null, saveTo: null },
      }),
    spares: bot =>
      bot.variable('NAMES', { valueType: 'list', initial: null }).block('menu', 'menu', {
        ...menuOf(...OPTIONS),
        list: { labels: variableId('NAMES'), values: null, saveTo: null },
      }),
  },
  {
    code: 'question/pattern',
    says: 'a pattern looks ahead; a question for a number has no use for one (NHN-17)',
    raises: bot => asking(bot, 'question', { ...ask({}), pattern: '(?=a)b' }, ['answered']),
    spares: bot => asking(bot, 'question', { ...ask({ answer: 'number' }), pattern: '(?=a)b' }, ['answered']),
  },
  {
    code: 'choices/empty-range',
    says: 'more must be chosen than there are; all of them can be (NHN-17)',
    raises: bot => asking(bot, 'choices', choices({ min: 3 }), ['answered']),
    spares: bot => asking(bot, 'choices', choices({ min: 2 }), ['answered']),
  },
  {
    code: 'quiz/no-right-answer',
    says: 'the right option is gone (NHN-19)',
    raises: bot => asking(bot, 'quiz', quiz({ correct: ['opt_gone'] }), ['right', 'wrong']),
    spares: bot => asking(bot, 'quiz', quiz({ correct: ['opt_gone', 'opt_b'] }), ['right', 'wrong']),
  },
  {
    code: 'rating/too-many-faces',
    says: 'a face for each of six steps; five there are',
    raises: bot => asking(bot, 'rating', rating({ style: 'faces', scale: 6 }), ['next']),
    spares: bot => asking(bot, 'rating', rating({ style: 'faces', scale: 5 }), ['next']),
  },
  {
    code: 'rating/all-low',
    says: 'the best rating is low too',
    raises: bot => asking(bot, 'rating', rating({ low: 5 }), ['next', 'low']),
    spares: bot => asking(bot, 'rating', rating({ low: 4 }), ['next', 'low']),
  },
]
