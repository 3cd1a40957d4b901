import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Asks an engine anew for what is shown. */
export function RefreshButton({
  isAsking,
  onRefresh,
}: Readonly<{ isAsking: boolean; onRefresh: () => void }>) {
  const { t } = useTranslation()
  return (
    <Button
      size="xs"
      variant="default"
      loading={isAsking}
      leftSection={<IconRefresh size={14} aria-hidden />}
      onClick={onRefresh}
    >
      {t('live.again')}
    </Button>
  )
}
