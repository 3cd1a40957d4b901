import type { BotId } from '../../src-shared/document/ids.ts'
import {
  type ChannelChange,
  type ChannelKind,
  type ChannelOptions,
  type ChannelSecrets,
  type ChannelView,
  channelOptionsSchema,
  channelSecretsSchema,
  type NewChannel,
  SECRETS_OF,
  type SecretName,
} from '../../src-shared/publish/channel-protocol.ts'

/** What is typed into the form of a channel. */
export type ChannelDraft = Readonly<
  {
    kind: ChannelKind
    name: string
    environment: ChannelView['environment']
    account: string
    handle: string
    url: string
    /** The text message of a missed-call line, where it leads, and how long it rings in seconds. */
    text: string
    link: string
    ringSeconds: string
    messagingService: string
    /** One in each line. */
    origins: string
    login: boolean
    answersMentions: boolean
    humanAgent: boolean
    /** A system is sent messages of several people in one request. */
    batches: boolean
  } & Record<SecretName, string>
>

/** Kinds that Meta knows by an account. */
export type MetaKind = Exclude<ChannelKind, 'missedCall' | 'webhook' | 'web'>
export function isMeta(kind: ChannelKind): kind is MetaKind {
  return kind !== 'missedCall' && kind !== 'webhook' && kind !== 'web'
}

/** Kinds that a provider knows by an account. */
export function hasAccount(kind: ChannelKind): kind is MetaKind | 'missedCall' {
  return isMeta(kind) || kind === 'missedCall'
}

export function draftOfChannel(channel: ChannelView | null): ChannelDraft {
  const options = channel?.options ?? {}
  return {
    kind: channel?.kind ?? 'whatsapp',
    name: channel?.name ?? '',
    environment: channel?.environment ?? 'live',
    account: channel?.account ?? '',
    handle: channel?.handle ?? '',
    url: options.url ?? '',
    text: options.text ?? '',
    link: options.link ?? '',
    ringSeconds: String(options.ringSeconds ?? 10),
    messagingService: options.messagingService ?? '',
    origins: (options.origins ?? []).join('\n'),
    login: options.login === 'instagram',
    answersMentions: options.answersMentions ?? false,
    humanAgent: options.humanAgent ?? false,
    batches: options.batches ?? false,
    ...{ appSecret: '', verifyToken: '', accessToken: '', authToken: '', signingSecret: '' },
  }
}

export type DraftField = 'name' | 'account' | 'handle' | 'url' | 'origins' | LineField | SecretName
type LineField = 'text' | 'link' | 'ringSeconds' | 'messagingService'
export type DraftProblem =
  | 'name'
  | 'account'
  | 'twilioAccount'
  | 'phone'
  | 'secret'
  | 'url'
  | 'origins'
  | LineField

/** What is wrong with each field; `stored` are the secrets the engine has already, which may stay empty. */
export function draftProblems(
  draft: ChannelDraft,
  stored: readonly SecretName[],
): Readonly<Partial<Record<DraftField, DraftProblem>>> {
  const { kind, name, account } = draft
  const wrong: Partial<Record<DraftField, DraftProblem>> = {}
  if (name.trim() === '') wrong.name = 'name'
  if (isMeta(kind) && !/^[A-Za-z0-9_-]{1,64}$/.test(account.trim())) wrong.account = 'account'
  for (const secret of SECRETS_OF[kind]) {
    const text = draft[secret]
    const mayStay = text === '' && stored.includes(secret)
    if (!mayStay && !channelSecretsSchema.safeParse({ [secret]: text }).success) wrong[secret] = 'secret'
  }
  if (kind === 'missedCall') Object.assign(wrong, lineProblems(draft))
  const { url, origins } = optionsOf(draft)
  if (kind === 'webhook' && (!url || !channelOptionsSchema.safeParse({ url }).success)) wrong.url = 'url'
  if (kind === 'web' && !channelOptionsSchema.safeParse({ origins }).success) wrong.origins = 'origins'
  return wrong
}

/** The same of a line that is never answered. */
function lineProblems(draft: ChannelDraft): Partial<Record<DraftField, DraftProblem>> {
  const wrong: Partial<Record<DraftField, DraftProblem>> = {}
  const { text, ...options } = optionsOf(draft)
  if (!/^AC[0-9a-f]{32}$/.test(draft.account.trim())) wrong.account = 'twilioAccount'
  if (!/^[1-9]\d{6,14}$/.test(draft.handle.replace(/\D/g, ''))) wrong.handle = 'phone'
  if (!text) wrong.text = 'text'
  for (const name of ['link', 'ringSeconds', 'messagingService'] as const)
    if (!channelOptionsSchema.safeParse({ [name]: options[name] }).success) wrong[name] = name
  return wrong
}

export function newChannelOf(draft: ChannelDraft, bot: BotId): NewChannel {
  const { kind, environment } = draft
  return { ...detailsOf(draft), kind, bot, environment, secrets: secretsOf(draft) }
}

/** Only what is typed anew is said of the secrets: giving one again would ask for another verification. */
export function changeOf(draft: ChannelDraft): ChannelChange {
  const secrets = secretsOf(draft)
  const change = { ...detailsOf(draft), environment: draft.environment }
  return Object.keys(secrets).length === 0 ? change : { ...change, secrets }
}

function detailsOf(draft: ChannelDraft) {
  const { kind, name, account, handle } = draft
  return {
    name: name.trim(),
    account: hasAccount(kind) ? account.trim() : '',
    handle: hasAccount(kind) ? handle.trim() : '',
    options: optionsOf(draft),
  }
}

function secretsOf(draft: ChannelDraft): ChannelSecrets {
  const typed = SECRETS_OF[draft.kind].filter(name => draft[name] !== '').map(name => [name, draft[name]])
  return channelSecretsSchema.parse(Object.fromEntries(typed))
}

function optionsOf(draft: ChannelDraft): ChannelOptions {
  const { kind, login, answersMentions, humanAgent, url, batches, origins } = draft
  switch (kind) {
    case 'instagram':
      return { login: login ? 'instagram' : 'facebook', answersMentions, humanAgent }
    case 'messenger':
      return { humanAgent }
    case 'missedCall':
      return lineOptions(draft)
    case 'webhook':
      return { url: url.trim(), ...(batches ? { batches } : {}) }
    case 'web': {
      const lines = origins.split(/\s+/).filter(line => line !== '')
      return { origins: lines.map(line => line.replace(/\/$/, '').toLowerCase()) }
    }
    case 'whatsapp':
      return {}
  }
}

function lineOptions({ text, link, ringSeconds, messagingService }: ChannelDraft): ChannelOptions {
  return {
    ringSeconds: Number(ringSeconds.trim() || 10),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(link.trim() === '' ? {} : { link: link.trim() }),
    ...(messagingService.trim() === '' ? {} : { messagingService: messagingService.trim() }),
  }
}
