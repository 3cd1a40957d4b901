import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ contact: string; at: string; onReplay: () => void }>

/** Sends one thing of an event log again. */
export function ReplayButton({ contact, at, onReplay }: Props) {
  const { t } = useTranslation()
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('live.log.replayThis', { contact, at })}
      onClick={onReplay}
    >
      {t('live.log.replay')}
    </Button>
  )
}
