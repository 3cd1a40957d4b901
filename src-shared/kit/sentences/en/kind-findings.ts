import type { Named } from '../named.ts'
import type { Said } from '../said.ts'
import { blockName } from './block-name.ts'

type Of<V> = Readonly<V>
type None = object

/** What the kinds of blocks say of their data; `kind` names the block before it. */
export const kindFindings = {
  kind: ({ block, what }: Of<{ block: Named; what: Said }>, say: (said: Said) => string) =>
    `In ${blockName(block)}: ${say(what)}`,
  'apiCall/path': (_: None) =>
    'A path begins with $ and names places, such as $.order.id or $.orders[*].name.',
  'apiCall/open-address': (_: None) =>
    'A variable decides where this call and its keys go; use one that customers cannot set.',
  'apiCall/loopback': (_: None) =>
    'This address is the engine’s own machine; an engine calls it only where that was allowed.',
  'apiCall/address': (_: None) => 'An address begins with https:// and holds no name or password.',
  'apiCall/not-repeated': ({ method }: Of<{ method: string }>) =>
    `A ${method} call is made once, for a second one could do its work twice.`,
  'apiCall/body-not-sent': (_: None) => 'A GET call sends nothing; choose another method, or no content.',
  'apiCall/not-json': (_: None) => 'This is not JSON, in which names and texts stand between double quotes.',
  'apiCall/secret': ({ name }: Of<{ name: string }>) =>
    `${name} is secret and must not be in addresses or headers; use an auth profile.`,
  'askLocation/unnamed-place': ({ number }: Of<{ number: number }>) => `Place ${number} has no name.`,
  'askLocation/no-places': (_: None) =>
    'The nearest place is asked for, but there are no places to choose from.',
  'callFlow/variable-twice': ({ name }: Of<{ name: string | null }>) =>
    `${name ?? 'A variable'} is there twice; the last one counts.`,
  'choices/empty-range': ({ min, most }: Of<{ min: number; most: number }>) =>
    `No answer fits: at least ${min} must be chosen, but at most ${most} can be.`,
  'delay/too-long': (_: None) => 'A delay is at most 7 days.',
  'delay/after-window': (_: None) => 'After a day, most channels take nothing but a message template.',
  'entry/no-event': (_: None) => 'It has no event name, so nothing can begin it.',
  'entry/no-schedule': (_: None) => 'It has no days and time, so nothing can begin it.',
  'hours/holiday-twice': ({ date }: Of<{ date: string }>) => `${date} is there twice; the first one counts.`,
  'hours/never-open': (_: None) => 'It has no opening hours, so it is always closed.',
  'intent/repeated': ({ first, second }: Of<{ first: number; second: number }>) =>
    `Branches ${first} and ${second} are for the same intent; the first one counts.`,
  'variable/read-only': ({ name }: Of<{ name: string }>) =>
    `${name} is given by Parley or the engine and cannot be set.`,
  'variable/wrong-type': ({ name, given, holds }: Of<{ name: string; given: string; holds: string }>) =>
    `A ${given} is kept here, but ${name} holds a ${holds}.`,
  'language/no-prompt': (_: None) => 'It asks nothing above the languages.',
  'language/no-variable': (_: None) => 'No variable is chosen that names the language.',
  'language/no-language': (_: None) => 'No language is chosen.',
  'language/not-spoken': ({ locale }: Of<{ locale: string }>) => `The bot does not speak ${locale}.`,
  'liveStream/empty-range': (_: None) => 'The stream ends before it begins.',
  'menu/wrong-list': ({ name, holds }: Of<{ name: string; holds: string }>) =>
    `The options are made of a list, but ${name} holds a ${holds}.`,
  'message/link-address': (_: None) => 'An address begins with https:// and holds no spaces.',
  'message/phone-number': (_: None) =>
    'A phone number begins with + and its country code, such as +5511987654321.',
  'message/there-twice': ({ name }: Of<{ name: string }>) => `${name} is there twice.`,
  'message/addition-type': (_: None) => 'livechat is true or false.',
  'message/skill-alone': (_: None) => 'A skill without livechat hands over to nobody.',
  'options/repeated-label': (v: Of<{ first: number; second: number; text: string; locale: string }>) =>
    `Options ${v.first} and ${v.second} both read “${v.text}” (${v.locale}); a customer who types it cannot mean both.`,
  'question/empty-range': (_: None) => 'No answer fits: the lower bound lies above the upper one.',
  'question/pattern': ({ message }: Of<{ message: string }>) => message,
  'question/wrong-variable': ({ name, given, holds }: Of<{ name: string; given: string; holds: string }>) =>
    `The answer is a ${given}, but ${name} holds a ${holds}.`,
  'quiz/no-right-answer': (_: None) => 'No option is marked as right.',
  'raiseEvent/no-name': (_: None) => 'It has no event name, so nothing is told.',
  'rating/too-many-faces': ({ most }: Of<{ most: number }>) =>
    `There are faces for up to ${most} steps; numbers are shown instead.`,
  'rating/all-low': ({ scale }: Of<{ scale: number }>) =>
    `Every rating is low: ratings go from 1 to ${scale}.`,
} as const
