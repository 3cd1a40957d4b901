import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CHANNELS } from '../../src-shared/channels/channel.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import { botWideOf } from '../../src-shared/lint/bot-wide.ts'
import { exampleValues } from '../../src-shared/lint/example-values.ts'
import { rehearse } from '../../src-shared/lint/rehearse.ts'
import { subjectOfBlock } from '../../src-shared/lint/subject-of-block.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { ExampleFields } from '../inspector/examples/example-fields.tsx'
import { languageName } from '../inspector/fields/language-name.ts'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { useDocument } from '../state/edits.ts'
import { exampleOf, useExamples } from '../state/example-values.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ChannelPhone } from './channel-phone.tsx'
import { channelView } from './channel-shapes.ts'
import css from './preview.module.css'

/** The selected block as every channel shows it, side by side (requirements.md NHN-34, NHN-56). */
export function PreviewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const document = useDocument()
  const [id] = useWorkbench(state => state.selection).blocks
  const block = id === undefined ? undefined : document?.get(id)
  if (!document || !block) return null
  return (
    <Dialog title={t('preview.title', { name: blockTitle(t, block) })} size={1500} onClose={onClose}>
      <Preview document={document} block={block} />
    </Dialog>
  )
}

type Shown = Readonly<{ document: BotDocument; block: BlockRecord }>
type Theme = 'light' | 'dark'

function Preview({ document, block }: Shown) {
  const { t, i18n } = useTranslation()
  const { locale, locales } = useTextLocale()
  const [theme, setTheme] = useState<Theme>(themeNow)
  const { views, names } = useViews({ document, block }, locale)
  const bound = document.bot.settings?.channels ?? []
  return (
    <div className={css.preview}>
      <div className={css.choices}>
        <SegmentedControl
          size="xs"
          aria-label={t('preview.theme')}
          value={theme}
          data={(['light', 'dark'] as const).map(value => ({ value, label: t(`preview.${value}`) }))}
          onChange={setTheme}
        />
        {locales.length > 1 && (
          <Select
            size="xs"
            aria-label={t('inspector.locale.label')}
            value={locale}
            allowDeselect={false}
            data={locales.map(value => ({ value, label: languageName(value, i18n.language) }))}
            onChange={picked => picked && useWorkbench.setState({ locale: picked })}
          />
        )}
      </div>
      <ExampleFields document={document} names={names} />
      {views.every(({ view }) => view.shapes.length === 0) ? (
        <EmptyState text={t('preview.silent')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to
        <section className={css.row} aria-label={t('preview.channels')} tabIndex={0}>
          {views.map(({ channel, view }) => (
            <ChannelPhone
              key={channel}
              channel={channel}
              view={view}
              theme={theme}
              isBound={bound.length === 0 || bound.includes(channel)}
            />
          ))}
        </section>
      )}
    </div>
  )
}

function useViews({ document, block }: Shown, locale: string) {
  useExamples(state => state.given)
  const subject = subjectOfBlock(document, block, botWideOf(document))
  const get = (name: string) => exampleOf(document, name)
  const enter = rehearse(subject, locale, exampleValues({ get, locale, now: Date.now() }))
  const order = [
    'whatsapp',
    'messenger',
    'instagram',
    'web',
    'sms',
  ] as const satisfies (typeof CHANNELS)[number][]
  const views = order.map(channel => ({ channel, view: channelView(channel, enter(channel).said, locale) }))
  return { views, names: subject.facts.names }
}

function themeNow(): Theme {
  return window.document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light'
}
