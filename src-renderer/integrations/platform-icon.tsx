import { IconHeadset, IconMessageChatbot, IconRobot, IconWorldShare } from '@tabler/icons-react'
import type { Platform } from '../../src-shared/publish/integration-protocol.ts'

const ICONS = {
  engine: IconRobot,
  own: IconMessageChatbot,
  other: IconWorldShare,
  ccsp: IconHeadset,
} as const satisfies Record<Platform, unknown>

/** The sign of a platform; its name stands beside it. */
export function PlatformIcon({ platform }: { platform: Platform }) {
  const Icon = ICONS[platform]
  return <Icon size={18} aria-hidden />
}
