import { IconExternalLink, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MessageButton } from '../../src-shared/message/message.ts'
import css from './message.module.css'
import { openOutside } from './open-outside.ts'

/** Buttons that lead out of the conversation. A call is only told of: a designer's computer makes none. */
export function LinkButtons({ buttons }: { buttons: readonly MessageButton[] }) {
  const { t } = useTranslation()
  return (
    <div className={css.links}>
      {buttons.map(({ kind, label, target }, at) =>
        kind === 'call' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may be alike, and their order never changes
          <span key={at} className={css.linkButton} title={t('simulator.part.calls', { number: target })}>
            <IconPhone size={14} stroke={1.5} aria-hidden />
            <bdi>{label}</bdi>
            <span className={css.target}>{target}</span>
          </span>
        ) : (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            type="button"
            className={css.linkButton}
            title={target}
            onClick={() => openOutside(target)}
          >
            <IconExternalLink size={14} stroke={1.5} aria-hidden />
            <bdi>{label}</bdi>
          </button>
        ),
      )}
    </div>
  )
}
