import type { Named } from '../named.ts'
import { blockName, capitalBlockName } from './block-name.ts'
import { channelNames } from './channel-names.ts'
import { type NamedStep, stepName, taskStates } from './step-names.ts'

type Of<V> = Readonly<V>
type Block = Of<{ block: Named }>
type Name = Of<{ name: string }>
type Channel = keyof typeof channelNames
type PictureFault = 'wrongType' | 'tooLarge' | 'tooSmall' | 'notSquare'

/** What the checks say of a bot and its blocks (src-shared/lint/checks). */
export const findings = {
  'auth/no-secret': ({ name }: Name) => `The access “${name}” has no secret, so its calls would be refused.`,
  'auth/no-token-address': ({ name }: Name) =>
    `The access “${name}” needs the address where its tokens are fetched.`,
  'block/unreachable': ({ block }: Block) => `No conversation comes to ${blockName(block)}.`,
  'bot/picture': ({ fault, side, size }: Of<{ fault: PictureFault; side: number; size: string }>) =>
    ({
      wrongType: 'The picture of the bot is neither PNG, JPEG nor WebP.',
      tooLarge: `The picture of the bot has more than ${size}.`,
      tooSmall: `The picture of the bot is smaller than ${side} by ${side} pixels.`,
      notSquare: 'The picture of the bot is not a square. Choose it again to say which part is shown.',
    })[fault],
  'edge/no-input': ({ block, target }: Of<{ block: Named; target: Named | null }>) =>
    `An edge leads from ${blockName(block)} to ${target ? blockName(target) : 'a block that is gone'}, where conversations only begin.`,
  'edge/no-port': ({ block }: Block) =>
    `${capitalBlockName(block)} is left at a port it does not have any more.`,
  'entry/no-keyword': ({ block, wakes }: Of<{ block: Named; wakes: boolean }>) =>
    `No activation keyword leads to ${blockName(block)}${wakes ? '.' : ', so nothing wakes the bot.'}`,
  'entry/none': (_: object) => 'The bot has no entry: no conversation can begin.',
  'entry/none-in-main': ({ name }: Name) =>
    `The main flow “${name}” has no entry; conversations begin in other flows only.`,
  'entry/second-any-message': (_: object) => 'Two entries take any message; only the first one is used.',
  'entry/second-call': ({ name }: Name) =>
    `Flow “${name}” has two entries for calls; only the first one is used.`,
  'faq/no-answer': ({ text }: Of<{ text: string }>) => `The question “${text}” has no answer.`,
  'faq/no-question': ({ text }: Of<{ text: string }>) =>
    text === ''
      ? 'A question and its answer are not written yet.'
      : `The answer “${text}” has no question, so nobody can ask for it.`,
  'field/empty': ({ block, field, number }: Of<{ block: Named; field: string; number: number | null }>) =>
    `In ${blockName(block)}, the ${FIELDS[field] ?? field}${number === null ? '' : ` ${number}`} is empty.`,
  'flow/calls-itself': ({ names }: Of<{ names: readonly string[] }>) =>
    `${calling(names)}; use a go-to block to begin it again, for calls can be nested only 50 deep.`,
  'flow/endless-calls': ({ names }: Of<{ names: readonly string[] }>) =>
    `${calling(names)} in a circle without waiting for the customer.`,
  'flow/endless-loop': ({ blocks, more }: Of<{ blocks: readonly Named[]; more: number }>) =>
    `${some(blocks, more)} repeat for ever without waiting for the customer.`,
  'flow/loop-without-wait': ({ blocks, more }: Of<{ blocks: readonly Named[]; more: number }>) =>
    `${some(blocks, more)} can repeat without waiting for the customer; after 50 steps the conversation is stopped.`,
  'flow/no-entry': ({ block, name }: Of<{ block: Named; name: string }>) =>
    `${capitalBlockName(block)} calls “${name}”, which has no entry.`,
  'formula/empty': ({ block }: Block) => `In ${blockName(block)}, a formula is empty.`,
  'formula/secret-told': ({ block, name }: Of<{ block: Named; name: string }>) =>
    `${capitalBlockName(block)} tells the secret ${name} with its event.`,
  'formula/secret-copied': ({ block, name, target }: Of<{ block: Named; name: string; target: string }>) =>
    `In ${blockName(block)}, the secret ${name} is copied into ${target}, which is not secret.`,
  'handover/no-pre-chat': ({ block, locales }: Of<{ block: Named | null; locales: readonly string[] }>) =>
    `${block ? `${capitalBlockName(block)} hands` : 'The settings hand'} over to a person, but no pre-chat entry says what to ask before (${locales.join(', ')}).`,
  'intent/no-phrases': ({ name }: Name) => `The intent “${name}” has no phrases, so nothing means it.`,
  'intent/unused': ({ name }: Name) =>
    `The intent “${name}” leads nowhere: it has no entry, and no block asks for it.`,
  'keyword/is-global': ({ name, does }: Of<{ name: string; does: 'handover' | 'optOut' }>) =>
    `The keyword “${name}” is a word that ${does === 'handover' ? 'asks for a person' : 'ends all messages'} and would never be a keyword.`,
  'keyword/is-token': ({ name, token }: Of<{ name: string; token: string }>) =>
    `The keyword “${name}” is the word of ${token} and would never be one.`,
  'keyword/repeated': ({ name }: Name) => `The keyword “${name}” is there twice.`,
  'keyword/same-tokens': ({ name, other }: Of<{ name: string; other: string }>) =>
    `${name} and ${other} hold the same word; a customer cannot mean both.`,
  'keyword/taken': ({ name, locale }: Of<{ name: string; locale: string | null }>) =>
    `“${name}” is a keyword already${locale ? ` (${locale})` : ''}.`,
  'keyword/always-token': ({ name, token }: Of<{ name: string; token: string }>) =>
    `“${name}” is the word of ${token} and always does what that says.`,
  'lifecycle/no-name': (_: object) => 'the name of the bot',
  'lifecycle/no-entry': (_: object) => 'an entry block',
  'lifecycle/no-rest': (_: object) => 'an end, a menu or a question that an entry leads to',
  'media/no-alt': ({ name }: Name) => `The picture “${name}” has no words for people who do not see it.`,
  'media/too-large': (v: Of<{ name: string; size: string; channel: Channel; max: string }>) =>
    `The file “${v.name}” has ${v.size}, and ${channelNames[v.channel]} takes at most ${v.max}.`,
  'media/wrong-type': ({ name, mime, channel }: Of<{ name: string; mime: string; channel: Channel }>) =>
    `The file “${name}” is ${mime}, which ${channelNames[channel]} does not take.`,
  'menu/main-is-no-menu': ({ block }: Block) =>
    `${capitalBlockName(block)} is marked as the main menu and is not a menu.`,
  'menu/no-main': ({ token }: Of<{ token: string }>) =>
    `No menu is marked as the main menu, so “${token}” leads nowhere.`,
  'menu/none': ({ token }: Of<{ token: string }>) => `The bot has no menu, so “${token}” leads nowhere.`,
  'menu/number-label': (v: Of<{ block: Named; option: number; label: string; other: string }>) =>
    `In ${blockName(v.block)}: option ${v.option} is called “${v.label}”, but who types that gets option ${v.other}.`,
  'onboarding/step-open': ({ state, ...step }: NamedStep & Of<{ state: keyof typeof taskStates }>) =>
    `${stepName(step)}: ${taskStates[state]}.`,
  'port/unconnected': (v: Of<{ block: Named; port: string; role: string; label: string }>) =>
    `In ${blockName(v.block)}, ${port(v)} leads nowhere.`,
  'reference/missing': ({ block, role }: Of<{ block: Named; role: string }>) =>
    `In ${blockName(block)}, the chosen ${ROLES[role] ?? role} does not exist any more.`,
  'reference/not-chosen': ({ block, role }: Of<{ block: Named; role: string }>) =>
    `In ${blockName(block)}, no ${ROLES[role] ?? role} is chosen.`,
  'settings/late-text': ({ channels }: Of<{ channels: readonly string[] }>) =>
    `The text for silent customers is not sent on ${channels.join(' and ')}, where free text is refused after 24 hours.`,
  'settings/never-begins': (_: object) =>
    'The bot is for the company’s own messages, and has no entry with which the company begins.',
  'settings/no-external-id': (_: object) =>
    'A bot for the company’s own messages needs an external id, by which other systems call it.',
  'study/not-feasible': ({ block }: Block) =>
    `The feasibility study says that the call of ${blockName(block)} is not feasible.`,
  'study/unknown': ({ block }: Block) =>
    `Nobody has said yet whether the call of ${blockName(block)} is feasible. Its study is in the checklist.`,
  'template/not-approved': ({ block, name, state }: Of<{ block: Named; name: string; state: string }>) =>
    `${capitalBlockName(block)} sends the template ${name}, which is ${TEMPLATE_STATES[state] ?? state}.`,
  'template/places': (v: Of<{ block: Named; name: string; given: number; places: number }>) =>
    `${capitalBlockName(v.block)} has ${count(v.given, 'value')} for the template ${v.name}, which has ${count(v.places, 'place')}.`,
  'text/empty': ({ block, locale }: Of<{ block: Named; locale: string }>) =>
    `${capitalBlockName(block)} has a text that is empty (${locale}).`,
  'text/key': ({ block }: Block) =>
    `A text of ${blockName(block)} holds what looks like a key, which belongs in a secret variable.`,
  'text/secret': ({ block, name }: Of<{ block: Named; name: string }>) =>
    `${capitalBlockName(block)} shows the secret ${name} to the customer.`,
  'text/untranslated': ({ block, locales }: Of<{ block: Named; locales: readonly string[] }>) =>
    `A text of ${blockName(block)} is missing in ${locales.join(', ')}.`,
  'variable/initial-misfit': ({ name, type }: Of<{ name: string; type: string }>) =>
    `The initial value of ${name} is not a ${type}.`,
  'variable/predefined-missing': ({ name }: Name) => `The predefined variable ${name} is missing.`,
  'variable/secret-written': ({ name }: Name) =>
    `${name} is secret, but its initial value is part of the bot.`,
  'variable/unused': ({ name }: Name) => `${name} is not used anywhere.`,
  'window/free-text': (v: Of<{ block: Named; templates: readonly string[]; nothing: readonly string[] }>) =>
    `${capitalBlockName(v.block)} may be said when the customer’s last message is 24 hours old, and then ${[
      ...taking(v.templates, 'only a message template'),
      ...taking(v.nothing, 'nothing'),
    ].join(', and ')}.`,
  'window/template': ({ block, channels }: Of<{ block: Named; channels: readonly string[] }>) =>
    `${capitalBlockName(block)} may be sent when the customer’s last message is 24 hours old, and then ${taking(channels, 'nothing').join('')}.`,

  'fix/add-keywords': (_: object) => 'Add the default keywords',
  'fix/add-variable': ({ name }: Name) => `Add ${name}`,
  'fix/mark': ({ block }: Block) => `Mark ${blockName(block)}`,
  'fix/unmark': (_: object) => 'Remove the mark',
  'fix/remove-edge': (_: object) => 'Remove the edge',
  'fix/remove-keyword': (_: object) => 'Remove the keyword',
  'fix/remove-initial': (_: object) => 'Remove the initial value',
  'fix/mend-initial': (_: object) => 'Mend the initial value',
} as const

/** Roles whose names are not words. */
const ROLES: Readonly<Record<string, string>> = {
  messageTemplate: 'message template',
  auth: 'authentication',
  media: 'file',
}

const FIELDS: Readonly<Record<string, string>> = {
  url: 'address',
  target: 'address or number of button',
  phone: 'phone number',
  parameters: 'value for place',
}

const TEMPLATE_STATES: Readonly<Record<string, string>> = {
  draft: 'only a draft yet',
  pending: 'not approved yet',
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
}

function port({ port, role, label }: Readonly<{ port: string; role: string; label: string }>): string {
  if (label !== '') return `the option “${label}”`
  return role === 'next' ? 'the way on' : role === 'option' ? 'one of the ways' : `“${port}”`
}

function calling(names: readonly string[]): string {
  const called = names.map(name => `“${name}”`)
  return names.length === 1 ? `Flow ${called[0]} calls itself` : `Flows ${called.join(', ')} call each other`
}

function some(blocks: readonly Named[], more: number): string {
  const names = blocks.map(capitalBlockName).join(', ')
  return more > 0 ? `${names} and ${more} more` : names
}

function count(number: number, what: string): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? what : `${what}s`}`
}

function taking(channels: readonly string[], what: string): readonly string[] {
  if (channels.length === 0) return []
  return [`${channels.join(' and ')} ${channels.length > 1 ? 'take' : 'takes'} ${what}`]
}
