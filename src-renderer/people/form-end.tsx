import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import live from '../live/live.module.css'
import { ActFault, type useAct } from '../live/use-act.tsx'

type Props = Readonly<{
  acting: Pick<ReturnType<typeof useAct>, 'isBusy' | 'fault'>
  /** Whether what was filled in can be done. */
  isReady: boolean
  /** What doing it is called. */
  does: string
  onKeep: () => void
}>

/** The end of a form about a person: why it did not work, and what can be done with it. */
export function FormEnd({ acting: { isBusy, fault }, isReady, does, onKeep }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <ActFault fault={fault} />
      <div className={live.actions}>
        <Button size="xs" type="submit" loading={isBusy} disabled={!isReady}>
          {does}
        </Button>
        <Button size="xs" variant="default" onClick={onKeep}>
          {t('live.cancel')}
        </Button>
      </div>
    </>
  )
}
