import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BotRecord } from '../../src-shared/document/records.ts'
import { runCommand } from '../commands/commands.ts'
import { BotGeneral } from './bot-general.tsx'
import { FieldScope } from './fields/field-scope.ts'
import form from './fields/form.module.css'
import css from './inspector.module.css'
import { SettingsIssues } from './settings/settings-issues.tsx'

/** The bot itself: what it is called and speaks, and the way to everything else that holds for all of it. */
export function BotSettings({ bot }: { bot: BotRecord }) {
  const { t } = useTranslation()
  return (
    <FieldScope value={bot.id}>
      <section className={css.section}>
        <h3 className={css.heading}>{t('inspector.bot.title')}</h3>
        <BotGeneral bot={bot} />
        <div className={form.section}>
          <Button
            className={form.start}
            size="xs"
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={14} />}
            onClick={() => runCommand('bot.settings')}
          >
            {t('botSettings.open')}
          </Button>
          <p className={form.note}>{t('botSettings.openHint')}</p>
          <SettingsIssues />
        </div>
      </section>
    </FieldScope>
  )
}
