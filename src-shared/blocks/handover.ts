import { z } from 'zod'
import { localizedText, templateText } from '../document/field-types.ts'
import { HANDOVER_REASONS } from './effect.ts'
import { type CompiledText, defineKind, type Outcome, type Turn } from './kind.ts'

/** What an agent desk is told is kept short. Characters. */
const MAX_LABEL = 300

const schema = z.strictObject({
  /** Said before anything else happens; empty says nothing. */
  text: localizedText,
  reason: z.enum(HANDOVER_REASONS),
  skill: templateText,
  webstore: templateText,
  /** What the agent desk calls the channel; empty for its usual name. */
  channelLabel: templateText,
})

type Data = z.infer<typeof schema>

/**
 * A person takes over: presence check, pre-chat dialog, handover (requirements.md CM-04…CM-16, NHN-70…NHN-72). The
 * conversation goes on at `offline` when nobody is there and at `failed` when any step fails; where only one of them
 * is connected, it serves for both. With neither, the bot's own text is said and the conversation is over.
 * Values that come out empty count as not given (CM-02 E).
 */
export const handover = defineKind({
  name: 'handover',
  family: 'people',
  schema,
  hasInput: true,
  waits: false,
  defaults: ({ locale }): Data => ({
    text: { [locale]: '' },
    reason: 'asked',
    skill: '',
    webstore: '',
    channelLabel: '',
  }),
  ports: () => [
    { id: 'offline', role: 'fallback', required: false },
    { id: 'failed', role: 'fallback', required: false },
  ],
  summary: (data, { text }) => text(data.text) || data.skill,
  compile(data, context) {
    const text = context.text(data.text)
    const skill = labelOf(context.template(data.skill))
    const webstore = labelOf(context.template(data.webstore))
    const channel = labelOf(context.template(data.channelLabel))
    const offline = context.connected('offline') || !context.connected('failed') ? 'offline' : 'failed'
    const failed = context.connected('failed') || !context.connected('offline') ? 'failed' : 'offline'
    const { reason } = data
    return {
      enter(turn): Outcome {
        const said = text(turn)
        if (said !== '') turn.say({ text: said })
        const wish = { reason, skill: skill(turn), webstore: webstore(turn), channel: channel(turn) }
        return { go: 'handover', wish, offline, failed }
      },
    }
  },
})

function labelOf(text: CompiledText): (turn: Turn) => string | null {
  return turn => text(turn).trim().slice(0, MAX_LABEL) || null
}
