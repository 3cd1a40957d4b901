import { useTranslation } from 'react-i18next'
import live from '../live/live.module.css'
import { DialogFrame } from '../versions/dialog-frame.tsx'
import { TrialOfWish } from './routing-trial.tsx'

/** Tries bots and agent desks elsewhere with no engine and no network (requirements.md IMI-27). */
export function RoutingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <DialogFrame title={t('integrations.trial.title')} onClose={onClose} size={1120}>
      <div className={live.stack}>
        <TrialOfWish />
      </div>
    </DialogFrame>
  )
}
