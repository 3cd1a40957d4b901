import { useEffect, useRef, useState } from 'preact/hooks'
import { startHints } from '../../src-renderer/simulator/start-hints.ts'
import { presentSession } from '../../src-shared/runtime/simulation.ts'
import type { Desk } from '../look.ts'
import { Setup } from './setup.tsx'
import type { Talker } from './talk.ts'
import { Turn } from './turn.tsx'

type Props = Readonly<{ desk: Desk; talker: Talker }>

/** The bot to talk to, as the web chat shows it. */
export function TalkPane({ desk, talker }: Props) {
  const { t } = desk
  const simulation = talker.store.use(({ simulation }) => simulation)
  const log = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the first picture: making the program of a large bot would hold it up.
    if (!simulation) setTimeout(() => talker.begin({}))
  }, [simulation, talker])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said last is to be seen
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [simulation])
  return (
    <div class="talk">
      <Setup desk={desk} talker={talker} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <div ref={log} class="log" role="log" aria-label={t('simulator.log')} tabIndex={0}>
        {simulation?.turns.length === 0 && <Hints desk={desk} talker={talker} />}
        {simulation?.turns.map((turn, at) => (
          <Turn
            key={turn.input.id}
            {...{ desk, talker, simulation, turn }}
            index={at}
            isLast={at === simulation.turns.length - 1}
          />
        ))}
      </div>
      {simulation && <Reply desk={desk} talker={talker} />}
    </div>
  )
}

function Hints({ desk: { t, page }, talker }: Props) {
  const locale = talker.store.use(({ locale }) => locale)
  const { keywords, anyMessage } = startHints(page.bots.document, locale)
  return (
    <div class="hints">
      {keywords.length > 0 && <p>{t('simulator.start.keywords')}</p>}
      <div class="options">
        {keywords.slice(0, 8).map(text => (
          <button
            key={text}
            type="button"
            class="option"
            onClick={() => talker.letHappen({ type: 'message', text })}
          >
            {text}
          </button>
        ))}
      </div>
      {anyMessage && <p>{t(keywords.length > 0 ? 'simulator.start.anyToo' : 'simulator.start.any')}</p>}
    </div>
  )
}

function Reply({ desk: { t }, talker }: Props) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const hasAgent = talker.store.use(({ simulation }) =>
    simulation ? presentSession(simulation).more?.agentAt !== undefined : false,
  )
  const count = talker.store.use(({ simulation }) => simulation?.turns.length ?? 0)
  const send = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '') return
    talker.letHappen({ type: 'message', text })
    setText('')
    field.current?.focus()
  }
  return (
    <form class="reply" onSubmit={send}>
      {hasAgent && (
        <button
          type="button"
          class="plain"
          onClick={() => talker.letHappen({ type: 'agent', action: 'close', text: '' })}
        >
          {t('simulator.desk.close')}
        </button>
      )}
      <input
        ref={field}
        type="text"
        aria-label={t('simulator.field')}
        placeholder={t('simulator.placeholder')}
        autocomplete="off"
        value={text}
        onInput={event => setText(event.currentTarget.value)}
      />
      <button type="submit" class="primary">
        {t('simulator.send')}
      </button>
      <button
        type="button"
        class="plain"
        disabled={count === 0}
        title={t('simulator.stepBack')}
        aria-label={t('simulator.stepBack')}
        onClick={() => talker.takeBack()}
      >
        ↶
      </button>
    </form>
  )
}
