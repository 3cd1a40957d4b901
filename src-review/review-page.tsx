import i18next from 'i18next'
import { useEffect } from 'preact/hooks'
import { languageName } from '../src-renderer/inspector/fields/language-name.ts'
import type { FlowId } from '../src-shared/document/ids.ts'
import { newestIteration } from '../src-shared/review/threads.ts'
import { BlockPane } from './block-pane.tsx'
import { CanvasPane } from './canvas/canvas-pane.tsx'
import { ChangesPane } from './changes/changes-pane.tsx'
import { CommentsPane } from './comments/comments-pane.tsx'
import { type Desk, type PaneName, shownDocument, VIEWS, type ViewName } from './look.ts'
import { SpecificationPane } from './specification/specification-pane.tsx'
import { StepsPane } from './steps/steps-pane.tsx'
import type { Talker } from './talk/talk.ts'
import { TalkPane } from './talk/talk-pane.tsx'
import { Choice } from './ui/choice.tsx'
import { Tabs } from './ui/tabs.tsx'

const PANES = ['talk', 'block', 'comments'] as const

type Props = Readonly<{ desk: Desk; talker: Talker }>

/** The whole page: what is looked at on the left, the conversation and what is said about it on the right. */
export function ReviewPage({ desk, talker }: Props) {
  const { t, look, page } = desk
  const view = look.use(({ view }) => view)
  const pane = look.use(({ pane }) => pane)
  useEffect(() => {
    // Paper is white, and what goes onto it is the specification, from whichever view.
    let before = look.get()
    const print = () => {
      before = look.get()
      look.set({ view: 'specification', theme: 'light' })
    }
    const goOn = () => look.set({ view: before.view, theme: before.theme })
    window.addEventListener('beforeprint', print)
    window.addEventListener('afterprint', goOn)
    return () => {
      window.removeEventListener('beforeprint', print)
      window.removeEventListener('afterprint', goOn)
    }
  }, [look])
  return (
    <>
      <Header desk={desk} />
      {!page.isSound && (
        <p class="warning" role="alert">
          {t('reviewPage.changed')}
        </p>
      )}
      <div class="room">
        <main class="view" aria-label={t(`reviewPage.view.${view}`)}>
          <div class="bar">
            <Tabs
              label={t('reviewPage.views')}
              tabs={VIEWS.map(name => ({ name, label: t(`reviewPage.view.${name}`) }))}
              chosen={view}
              panel="view-panel"
              onChoose={name => look.set({ view: name as ViewName })}
            />
            <Places desk={desk} />
          </div>
          <div id="view-panel" class="view-panel" role="tabpanel" aria-label={t(`reviewPage.view.${view}`)}>
            <View desk={desk} view={view} />
          </div>
        </main>
        <aside class="side" aria-label={t('reviewPage.side')}>
          <div class="bar">
            <Tabs
              label={t('reviewPage.side')}
              tabs={PANES.map(name => ({ name, label: t(`reviewPage.pane.${name}`) }))}
              chosen={pane}
              panel="side-panel"
              onChoose={name => look.set({ pane: name as PaneName })}
            />
          </div>
          <div id="side-panel" class="side-panel" role="tabpanel" aria-label={t(`reviewPage.pane.${pane}`)}>
            {pane === 'talk' && <TalkPane desk={desk} talker={talker} />}
            {pane === 'block' && <BlockPane desk={desk} />}
            {pane === 'comments' && <CommentsPane desk={desk} />}
          </div>
        </aside>
      </div>
    </>
  )
}

function View({ desk, view }: Readonly<{ desk: Desk; view: ViewName }>) {
  switch (view) {
    case 'canvas':
      return <CanvasPane desk={desk} />
    case 'steps':
      return <StepsPane desk={desk} />
    case 'changes':
      return <ChangesPane desk={desk} />
    case 'specification':
      return <SpecificationPane desk={desk} />
  }
}

function Header({ desk: { t, look, page } }: Readonly<{ desk: Desk }>) {
  const theme = look.use(({ theme }) => theme)
  const { document, by, at } = page.bots
  const pass = newestIteration(document)
  const time = new Intl.DateTimeFormat(i18next.language, { dateStyle: 'medium' }).format(at)
  const about = [
    pass && t('reviewPage.pass', { number: pass.number, version: pass.version }),
    by ? t('reviewPage.madeBy', { time, name: by }) : t('reviewPage.made', { time }),
  ]
  return (
    <header class="head">
      <h1>{document.bot.name}</h1>
      <span class="quiet">{about.filter(Boolean).join(' · ')}</span>
      <button
        type="button"
        class="plain"
        onClick={() => look.set({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        {t(theme === 'dark' ? 'reviewPage.light' : 'reviewPage.dark')}
      </button>
    </header>
  )
}

/** Which flow, in which language, of which of the two bots. */
function Places({ desk }: Readonly<{ desk: Desk }>) {
  const { t, look, page } = desk
  const { flow, locale, shown } = look.use(look => look)
  const { before } = page.bots
  const document = shownDocument(desk)
  return (
    <div class="places">
      <Choice
        label={t('reviewPage.flow')}
        value={flow}
        options={[...document.all('flow')].map(({ id, name }) => ({ value: id, label: name }))}
        onChange={value => look.set({ flow: value as FlowId, chosen: null })}
      />
      <Choice
        label={t('reviewPage.locale')}
        value={locale}
        options={document.bot.locales.map(value => ({ value, label: languageName(value, i18next.language) }))}
        onChange={value => look.set({ locale: value })}
      />
      {before && (
        <Choice
          label={t('reviewPage.version')}
          value={shown}
          options={[
            { value: 'now', label: t('reviewPage.now') },
            { value: 'before', label: before.name },
          ]}
          onChange={value => {
            const next = value === 'before' ? before.document : page.bots.document
            const isThere = next.get(flow) !== undefined
            look.set({
              shown: value as 'now' | 'before',
              ...(isThere ? {} : { flow: next.bot.mainFlow, chosen: null }),
            })
          }}
        />
      )}
    </div>
  )
}
