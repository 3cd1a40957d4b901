import { z } from 'zod'
import { localizedText, requiredText, requiredVariable, variableRef } from '../document/field-types.ts'
import type { MessageOption } from '../message/message.ts'
import { ownOrBuiltIn } from './built-in-words.ts'
import { compileOptions } from './compile-options.ts'
import { type CompileContext, type CompiledBlock, defineKind, type Outcome, type Turn } from './kind.ts'
import { listFindings, listOptions } from './menu-list.ts'
import { MAX_OPTIONS, type OptionData, optionField, repeatedLabels } from './option-fields.ts'
import { compilePages, SMALLEST_PAGE } from './option-pages.ts'
import { compileRefusal } from './refusal.ts'

const schema = z
  .strictObject({
    prompt: requiredText,
    options: z.array(optionField).max(MAX_OPTIONS, `a menu holds at most ${MAX_OPTIONS} options`),
    /** Said when nothing matches, before the menu is shown again; empty says what the bot's settings say. */
    retry: localizedText,
    /** An option back to the menu before this one, and one to the main menu, after the written ones. */
    back: z.boolean().optional(),
    mainMenu: z.boolean().optional(),
    /** Options made of a list when the menu is shown, before the written ones; `values` is what is kept in `saveTo`. */
    list: z.strictObject({ labels: requiredVariable, values: variableRef, saveTo: variableRef }).optional(),
  })
  .refine(({ options, list }) => options.length > 0 || list !== undefined, {
    message: 'a menu needs an option',
    path: ['options'],
  })

type Data = z.infer<typeof schema>

const WAIT = { go: 'wait' } as const
const ELSE = { go: 'port', port: 'else' } as const
const PICKED = { go: 'port', port: 'picked' } as const

/**
 * A prompt with numbered options (requirements.md NHN-06). Accepts an option's number in any script, its label, a
 * synonym or its button. With the port `else` unconnected, what matches nothing is answered with the retry text and
 * the menu again. Options made of a list leave at `picked`; where the list is empty, the menu leaves at `else`.
 */
export const menu = defineKind({
  name: 'menu',
  family: 'ask',
  schema,
  hasInput: true,
  waits: true,
  defaults: ({ locale, newId }): Data => ({
    prompt: { [locale]: '' },
    options: [{ id: `opt_${newId()}`, label: { [locale]: '' }, synonyms: {} }],
    retry: { [locale]: '' },
  }),
  ports: data => [
    ...data.options.map(({ id, label }) => ({ id, role: 'option', required: true, label }) as const),
    ...(data.list ? [{ id: 'picked', role: 'next', required: true } as const] : []),
    { id: 'else', role: 'fallback', required: data.list !== undefined },
  ],
  summary: (data, { text }) => text(data.prompt),
  check: (data, context) => [
    ...repeatedLabels(data.options, 'menu/repeated-label', context),
    ...(data.list ? listFindings(data.list, context) : []),
  ],
  compile(data, context) {
    const automatic = automaticOptions(data, context)
    const written = [...data.options, ...automatic.map(({ option }) => option)]
    const outcomes: readonly Outcome[] = [
      ...data.options.map(({ id }) => ({ go: 'port', port: id }) as const),
      ...automatic.map(({ outcome }) => outcome),
    ]
    const block = data.list
      ? listMenu({ ...data, list: data.list }, { written, outcomes }, context)
      : writtenMenu(data, { written, outcomes }, context)
    return {
      digresses: true,
      strikes: true,
      isMenu: true,
      ...(data.back ? { goesBack: true } : {}),
      ...block,
      refuse: refusal(data, context),
    }
  },
})

type Ways = Readonly<{ written: readonly OptionData[]; outcomes: readonly Outcome[] }>
type Asking = Pick<CompiledBlock, 'enter' | 'answer'>

/** The way on at each option, back and main menu included (requirements.md NHN-06: submenus). */
function automaticOptions(
  { back, mainMenu }: Data,
  { settings }: CompileContext,
): readonly Readonly<{ option: OptionData; outcome: Outcome }>[] {
  const ways = []
  if (back)
    ways.push({
      option: { id: 'opt_back', label: ownOrBuiltIn(settings.backLabel, 'back') },
      outcome: { go: 'back' } as const,
    })
  if (mainMenu)
    ways.push({
      option: { id: 'opt_main', label: ownOrBuiltIn(settings.mainMenuLabel, 'mainMenu') },
      outcome: { go: 'mainMenu' } as const,
    })
  return ways
}

/** Most menus: every option is known beforehand, and few need pages. */
function writtenMenu(data: Data, { written, outcomes }: Ways, context: CompileContext): Asking {
  const prompt = context.text(data.prompt)
  const options = compileOptions(written, context)
  if (written.length <= SMALLEST_PAGE)
    return {
      enter(turn) {
        turn.say({ text: prompt(turn), options: options.shown(turn) })
        return WAIT
      },
      answer: (turn, reply) => outcomes[options.chosen(turn, reply)] ?? null,
    }
  const pages = compilePages(context)
  const show = (turn: Turn) => {
    turn.say({ text: prompt(turn), options: pages.page(turn, options.shown(turn)) })
    return WAIT
  }
  return {
    enter: show,
    answer(turn, reply) {
      const outcome = outcomes[options.chosen(turn, reply)]
      if (outcome) return outcome
      return pages.turns(turn, options.shown(turn), reply) ? show(turn) : null
    },
  }
}

/** A menu of what a list holds at the moment, before the written options. */
function listMenu(
  data: Data & Readonly<{ list: NonNullable<Data['list']> }>,
  { written, outcomes }: Ways,
  context: CompileContext,
): Asking {
  const prompt = context.text(data.prompt)
  const list = listOptions(data.list, context)
  const options = compileOptions(written, context, list.options)
  const pages = compilePages(context)
  const show = (turn: Turn, all: readonly MessageOption[]) => {
    turn.say({ text: prompt(turn), options: pages.page(turn, all) })
    return WAIT
  }
  return {
    enter(turn) {
      const all = options.shown(turn)
      return all.length > written.length ? show(turn, all) : ELSE
    },
    answer(turn, reply) {
      const all = options.shown(turn)
      const at = options.chosen(turn, reply)
      if (at < 0) return pages.turns(turn, all, reply) ? show(turn, all) : null
      const listed = all.length - written.length
      if (at >= listed) return outcomes[at - listed] ?? null
      list.keep(turn, at)
      return PICKED
    },
  }
}

function refusal(data: Data, context: CompileContext): (turn: Turn) => Outcome {
  return context.connected('else') ? () => ELSE : compileRefusal(data.retry, context)
}
