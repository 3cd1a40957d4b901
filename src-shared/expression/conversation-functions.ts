import { allowText } from './evaluation.ts'
import type { FunctionSpec } from './function-spec.ts'

/** What is known of the conversation a formula is asked in (requirements.md NHN-16, NHN-22, NHN-32). */
export const conversationFunctions = {
  CHANNEL: {
    parameters: [],
    returns: 'text',
    summary: 'The channel of the conversation: web, whatsapp, messenger, instagram or sms.',
    examples: [{ source: 'CHANNEL()', result: 'whatsapp' }],
    run: (_, { context }) => context.channel ?? 'web',
  },
  LANGUAGE: {
    parameters: [],
    returns: 'text',
    summary: 'The language of the conversation, as its tag.',
    examples: [
      { source: 'LANGUAGE()', result: 'en' },
      { source: 'STARTSWITH(LANGUAGE(), "pt")', result: false },
    ],
    run: (_, { context }) => context.locale ?? '',
  },
  MESSAGE: {
    parameters: [],
    returns: 'text',
    summary: 'What the customer wrote last; empty when that was a secret.',
    examples: [
      { source: 'MESSAGE()', result: 'Great, thanks!' },
      { source: 'CONTAINS(LOWER(MESSAGE()), "thanks")', result: true },
    ],
    run: (_, { context, at }) => {
      const heard = context.heard ?? ''
      allowText(heard.length, context, at)
      return heard
    },
  },
  SENTIMENT: {
    parameters: [],
    returns: 'text',
    summary: 'How that felt: positive, neutral or negative.',
    examples: [{ source: 'SENTIMENT()', result: 'positive' }],
    run: (_, { context }) => context.sentiment ?? 'neutral',
  },
} satisfies Record<string, FunctionSpec>
