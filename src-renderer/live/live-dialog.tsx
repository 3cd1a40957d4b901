import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IntegrationsTab } from '../integrations/integrations-tab.tsx'
import { useWorkbench } from '../state/workbench.ts'
import { moveAmongTabs } from '../ui/move-among-tabs.ts'
import { DialogFrame } from '../versions/dialog-frame.tsx'
import { watchPublishing } from '../versions/publishing.ts'
import { useVaultGate } from '../versions/use-vault-gate.tsx'
import { WithEngine } from '../versions/with-engine.tsx'
import { ChannelsTab } from './channels-tab.tsx'
import css from './live.module.css'
import { ShareTab } from './share-tab.tsx'
import type { Site } from './site.ts'
import { StatusTab } from './status-tab.tsx'

const TABS = {
  channels: ChannelsTab,
  share: ShareTab,
  integrations: IntegrationsTab,
  status: StatusTab,
} as const
type Tab = keyof typeof TABS
const NAMES = ['channels', 'share', 'integrations', 'status'] as const satisfies readonly Tab[]

/** The bot as it runs on an engine: where people meet it, how they come to it, and how it does (issue 6, point 7). */
export function LiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const bot = useWorkbench(state => state.bot)
  const gate = useVaultGate()
  useEffect(watchPublishing, [])
  return (
    <DialogFrame title={t('live.title')} onClose={onClose} size={880}>
      {gate.form}
      <div hidden={gate.form !== null}>
        <WithEngine
          canAdd
          show={engine => bot && <Parts key={engine.id} site={{ engine, bot, call: gate.call }} />}
        />
      </div>
    </DialogFrame>
  )
}

function Parts({ site }: { site: Site }) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('channels')
  const Shown = TABS[tab]
  return (
    <div className={css.parts}>
      <div className={css.tabs} role="tablist" aria-label={t('live.parts')} onKeyDown={moveAmongTabs}>
        {NAMES.map(name => (
          <UnstyledButton
            key={name}
            id={`live-tab-${name}`}
            className={css.tab}
            role="tab"
            tabIndex={name === tab ? 0 : -1}
            aria-selected={name === tab}
            aria-controls="live-part"
            data-autofocus={name === tab || undefined}
            onClick={() => setTab(name)}
          >
            {t(`live.tab.${name}`)}
          </UnstyledButton>
        ))}
      </div>
      <div className={css.part} id="live-part" role="tabpanel" aria-labelledby={`live-tab-${tab}`}>
        <Shown key={tab} site={site} />
      </div>
    </div>
  )
}
