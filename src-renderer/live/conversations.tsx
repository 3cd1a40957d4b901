import { Button, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../ipc/client.ts'
import { shortTime } from '../versions/short-time.ts'
import { Asked } from './asked.tsx'
import { contactLabel } from './contact-label.ts'
import css from './live.module.css'
import type { Site } from './site.ts'
import { usePages } from './use-pages.ts'

type Props = Readonly<{ site: Site; onRead: (contact: string) => void; onFind: () => void }>

/** With whom the bot talked, the newest first; each leads to what was said. */
export function Conversations({ site: { engine, bot, call }, onRead, onFind }: Props) {
  const { t, i18n } = useTranslation()
  const pages = usePages(async (before: number | null) => {
    const page = await call(() => client['live.conversations']({ bot, engine: engine.id, before }))
    return page.ok ? { ok: true, value: { items: page.value.conversations, next: page.value.before } } : page
  })
  return (
    <section className={css.stack}>
      <div className={css.bar}>
        <h3 className={css.heading}>{t('live.status.conversations')}</h3>
        <Button size="compact-xs" variant="default" onClick={onFind}>
          {t('people.findOpen')}
        </Button>
      </div>
      <Asked
        answer={pages}
        engine={engine.name}
        show={({ items, next }) => (
          <>
            {items.length === 0 && next === null && (
              <p className={css.quiet}>{t('live.status.noConversations')}</p>
            )}
            <ul className={css.lines}>
              {items.map(({ contact, seq, at }) => (
                <li key={seq}>
                  <UnstyledButton className={css.line} onClick={() => onRead(contact)}>
                    <span>{contactLabel(contact)}</span>
                    <span className={css.quiet}>{shortTime(at, i18n.language)}</span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            {next !== null && (
              <Button size="xs" variant="default" onClick={() => void pages.more()}>
                {t('live.status.older')}
              </Button>
            )}
          </>
        )}
      />
    </section>
  )
}
