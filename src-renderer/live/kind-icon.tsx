import {
  IconBrandInstagram,
  IconBrandMessenger,
  IconBrandWhatsapp,
  IconPhoneOff,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react'
import type { ChannelKind } from '../../src-shared/publish/channel-protocol.ts'

const ICONS = {
  whatsapp: IconBrandWhatsapp,
  messenger: IconBrandMessenger,
  instagram: IconBrandInstagram,
  missedCall: IconPhoneOff,
  webhook: IconWebhook,
  web: IconWorld,
} as const satisfies Record<ChannelKind, unknown>

/** The sign of a kind of channel; its name stands beside it. */
export function KindIcon({ kind }: { kind: ChannelKind }) {
  const Icon = ICONS[kind]
  return <Icon size={18} aria-hidden />
}
