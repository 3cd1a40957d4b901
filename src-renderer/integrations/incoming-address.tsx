import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../live/copy-field.tsx'
import css from '../live/live.module.css'

type Props = Readonly<{ url: string; onDone: () => void }>

/** Where the bot posts its events; the engine says it once, and nobody keeps it (requirements.md IMI-01). */
export function IncomingAddress({ url, onDone }: Props) {
  const { t } = useTranslation()
  return (
    <div className={css.stack}>
      <CopyField label={t('integrations.incoming.label')} text={url} />
      <p className={css.quiet}>{t('integrations.incoming.once')}</p>
      <div className={css.ends}>
        <Button size="xs" autoFocus onClick={onDone}>
          {t('integrations.incoming.kept')}
        </Button>
      </div>
    </div>
  )
}
