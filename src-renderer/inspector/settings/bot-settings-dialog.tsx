import { Modal, Tabs } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { useDocument } from '../../state/edits.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { BotGeneral } from '../bot-general.tsx'
import { FieldScope } from '../fields/field-scope.ts'
import { LocaleTabs } from '../locale-tabs.tsx'
import { usePlaceFocus } from '../use-place-focus.ts'
import { SECTIONS, type Section, sectionOf } from './sections.ts'
import css from './settings.module.css'

/** Everything that holds for a whole bot (KAR-23), by sections. Changes hold at once, each as an edit. */
export function BotSettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const document = useDocument()
  const goTo = useWorkbench(state => state.goTo)
  if (!document) return null
  const { bot } = document
  const asked = goTo?.record === bot.id && goTo.path ? sectionOf(goTo.path) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('botSettings.title', { name: bot.name })}
      size={760}
      closeButtonProps={{ 'aria-label': t('botSettings.close') }}
      classNames={{ body: css.body, title: css.title }}
    >
      <FieldScope value={bot.id}>
        <Tabs
          orientation="vertical"
          keepMounted={false}
          defaultValue={asked ?? 'general'}
          classNames={{ root: css.tabs, list: css.list, tab: css.tab, panel: css.panel }}
        >
          <Tabs.List aria-label={t('botSettings.sectionList')}>
            <Tabs.Tab value="general">{t('botSettings.sections.general')}</Tabs.Tab>
            {SECTIONS.map(({ id }) => (
              <Tabs.Tab key={id} value={id} rightSection={<Mark section={id} bot={bot.id} />}>
                {t(`botSettings.sections.${id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="general">
            <SectionForm bot={bot.id}>
              <BotGeneral bot={bot} />
            </SectionForm>
          </Tabs.Panel>
          {SECTIONS.map(({ id, form: Form, speaks }) => (
            <Tabs.Panel key={id} value={id}>
              <SectionForm bot={bot.id}>
                {speaks && <LocaleTabs />}
                <Form />
              </SectionForm>
            </Tabs.Panel>
          ))}
        </Tabs>
      </FieldScope>
    </Modal>
  )
}

/** Tells a section in which the checks found something. */
function Mark({ section, bot }: { section: Section['id']; bot: BotId }) {
  const { t } = useTranslation()
  const issues = useWorkbench(state => state.issues)
  const found = issues.filter(({ record, path }) => record === bot && path && sectionOf(path) === section)
  if (found.length === 0) return null
  const severity = found.some(issue => issue.severity === 'error') ? 'error' : 'warning'
  return (
    <span className={css.mark} data-severity={severity} role="img" aria-label={t('botSettings.hasIssues')} />
  )
}

function SectionForm({ bot, children }: { bot: BotId; children: ReactNode }) {
  const form = usePlaceFocus(bot)
  // The dialog gives the focus to what it finds marked so, which is later than the place was focused.
  useEffect(() => form.current?.querySelector(':focus')?.setAttribute('data-autofocus', ''), [form])
  return (
    <div ref={form} className={css.form}>
      {children}
    </div>
  )
}
