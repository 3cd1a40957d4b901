import type { MessageButton } from '../message/message.ts'
import type { SendApiButton } from './send-api-payload.ts'

/** The two channels that share Meta's Send API. */
export type SendApiChannel = 'messenger' | 'instagram'

/** Buttons that open a page or make a call; Instagram has only the former. */
export function sendApiButtons(
  channel: SendApiChannel,
  buttons: readonly MessageButton[],
): readonly SendApiButton[] {
  return buttons
    .filter(({ kind }) => kind === 'link' || channel === 'messenger')
    .map(({ kind, label, target }) =>
      kind === 'link'
        ? { type: 'web_url', url: target, title: label }
        : { type: 'phone_number', title: label, payload: target },
    )
}
