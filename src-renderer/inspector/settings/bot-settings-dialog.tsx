import { Modal, Tabs } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotId } from '../../../src-shared/document/ids.ts'
import { firstRefused, flushDrafts } from '../../state/drafts.ts'
import { useDocument } from '../../state/edits.ts'
import { focusField } from '../../state/show-place.ts'
import { useWorkbench } from '../../state/workbench.ts'
import { BotGeneral } from '../bot-general.tsx'
import { FieldScope } from '../fields/field-scope.ts'
import { LocaleTabs } from '../locale-tabs.tsx'
import { usePlaceFocus } from '../use-place-focus.ts'
import { BotPicture } from './bot-picture.tsx'
import { BriefForm } from './brief-form.tsx'
import { SECTIONS, SETTING_TABS, type SettingTab, tabOf } from './sections.ts'
import css from './settings.module.css'

const VariablesPanel = lazy(async () => ({
  default: (await import('../../panels/variables-panel.tsx')).VariablesPanel,
}))

/**
 * Everything that holds for a whole bot, in the tabs of KAR-23. Changes hold at once, each as an edit, so nothing is
 * unsaved; a field that holds what cannot be taken keeps the dialog open once. It opens at the first error.
 */
export function BotSettingsDialog({ onClose }: { onClose: () => void }) {
  const document = useDocument()
  const { t } = useTranslation()
  const { tab, setTab } = useTab()
  const [wasHeld, setHeld] = useState(false)
  if (!document) return null
  const { bot } = document
  const close = () => {
    flushDrafts()
    const start = `${bot.id}.${bot.id}.`
    const field = firstRefused(start)
    if (field === null || wasHeld) return onClose()
    const path = field.slice(start.length).split('.')
    setHeld(true)
    setTab(tabOf(path))
    focusField(bot.id, path)
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('botSettings.title', { name: bot.name })}
      size={760}
      closeButtonProps={{ 'aria-label': t('botSettings.close') }}
      classNames={{ body: css.body, title: css.title }}
    >
      <FieldScope value={bot.id}>
        <Tabs
          orientation="vertical"
          keepMounted={false}
          value={tab}
          onChange={picked => setTab(picked as SettingTab)}
          classNames={{ root: css.tabs, list: css.list, tab: css.tab, panel: css.panel }}
        >
          <Tabs.List aria-label={t('botSettings.sectionList')}>
            {SETTING_TABS.map(id => (
              <Tabs.Tab key={id} value={id} rightSection={<Mark tab={id} bot={bot.id} />}>
                {t(`botSettings.tabs.${id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="settings">
            <TabForm bot={bot.id}>
              <BotPicture bot={bot} />
              <BotGeneral bot={bot} />
            </TabForm>
          </Tabs.Panel>
          <Tabs.Panel value="variables">
            <Suspense fallback={null}>
              <VariablesPanel />
            </Suspense>
          </Tabs.Panel>
          {(['preferences', 'channels', 'messages'] as const).map(id => (
            <Tabs.Panel key={id} value={id}>
              <TabForm bot={bot.id}>
                <Sections tab={id} />
              </TabForm>
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="brief">
            <TabForm bot={bot.id}>
              <BriefForm bot={bot} />
            </TabForm>
          </Tabs.Panel>
        </Tabs>
      </FieldScope>
    </Modal>
  )
}

/** The tab that was asked for, else the one with the first error, which gets the focus. */
function useTab() {
  const bot = useDocument()?.bot.id
  const goTo = useWorkbench(state => state.goTo)
  const issues = useWorkbench(state => state.issues)
  const asked = goTo?.record === bot && goTo?.path ? tabOf(goTo.path) : null
  const [error] = useState(() =>
    issues.find(({ record, severity }) => record === bot && severity === 'error'),
  )
  const first = asked ?? (error?.path ? tabOf(error.path) : 'settings')
  const [tab, setTab] = useState<SettingTab>(first)
  useEffect(() => {
    if (bot && asked === null && error?.path) focusField(bot, error.path)
  }, [bot, asked, error])
  return { tab, setTab }
}

function Sections({ tab }: { tab: SettingTab }) {
  const { t } = useTranslation()
  const sections = SECTIONS.filter(section => section.tab === tab)
  return (
    <>
      {sections.some(({ speaks }) => speaks) && <LocaleTabs />}
      {sections.map(({ id, form: Form }) => (
        <section key={id} className={css.section}>
          {sections.length > 1 && <h3 className={css.heading}>{t(`botSettings.sections.${id}`)}</h3>}
          <Form />
        </section>
      ))}
    </>
  )
}

/** Tells a tab in which the checks found something. */
function Mark({ tab, bot }: { tab: SettingTab; bot: BotId }) {
  const { t } = useTranslation()
  const issues = useWorkbench(state => state.issues)
  const found = issues.filter(({ record, path }) => record === bot && path && tabOf(path) === tab)
  if (found.length === 0) return null
  const severity = found.some(issue => issue.severity === 'error') ? 'error' : 'warning'
  return (
    <span className={css.mark} data-severity={severity} role="img" aria-label={t('botSettings.hasIssues')} />
  )
}

function TabForm({ bot, children }: { bot: BotId; children: ReactNode }) {
  const form = usePlaceFocus(bot)
  // The dialog gives the focus to what it finds marked so, which is later than the place was focused.
  useEffect(() => form.current?.querySelector(':focus')?.setAttribute('data-autofocus', ''), [form])
  return (
    <div ref={form} className={css.form}>
      {children}
    </div>
  )
}
