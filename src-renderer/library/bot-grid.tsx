import { type KeyboardEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BotId } from '../../src-shared/document/ids.ts'
import type { BotSummary } from '../../src-shared/ipc/contract.ts'
import { BotCard, type MenuPlace } from './bot-card.tsx'
import { BotMenu } from './bot-menu.tsx'
import { cardBeside } from './card-beside.ts'
import styles from './library.module.css'
import { removeBot } from './library-actions.ts'
import { RemoveBotDialog } from './remove-bot-dialog.tsx'
import { RenameBotDialog } from './rename-bot-dialog.tsx'

/** The bots as cards. Tab stops at one of them; arrows, Home and End lead to the others. */
export function BotGrid({ bots }: { bots: readonly BotSummary[] }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState<BotId | null>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [asking, setAsking] = useState<Readonly<{ about: 'name' | 'removal'; bot: BotSummary }> | null>(null)
  const stop = bots.some(({ bot }) => bot === current) ? current : bots[0]?.bot
  const openMenu = useCallback((place: MenuPlace) => {
    setCurrent(place.bot.bot)
    setMenu(place)
  }, [])
  const closeMenu = () => {
    focusCard(menu?.bot.bot)
    setMenu(null)
  }
  const remove = (bot: BotSummary) => {
    // What customers are talking to is asked about; everything else can be undone.
    if (bot.state === 'active') setAsking({ about: 'removal', bot })
    else void removeBot(bot)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-bot]')
    const bot = bots.find(({ bot }) => bot === card?.dataset.bot)
    if (!card || !bot || event.ctrlKey || event.metaKey || event.altKey) return
    const next = cardBeside(event.currentTarget, card, event.key)
    if (next) next.focus()
    else if (event.key === 'F2') setAsking({ about: 'name', bot })
    else if (event.key === 'Delete') remove(bot)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const { right, top } = card.getBoundingClientRect()
      // A menu that opens under a key takes that key as its own.
      requestAnimationFrame(() => openMenu({ bot, x: right - 12, y: top + 32 }))
    } else return
    event.preventDefault()
  }
  return (
    <>
      <ul
        className={styles.grid}
        aria-label={t('library.title')}
        onKeyDown={onKeyDown}
        onFocus={event => {
          const bot = (event.target as HTMLElement).dataset.bot
          if (bot) setCurrent(bot as BotId)
        }}
      >
        {bots.map(bot => (
          <BotCard key={bot.bot} bot={bot} current={bot.bot === stop} onMenu={openMenu} />
        ))}
      </ul>
      {menu && (
        <BotMenu
          place={menu}
          onClose={closeMenu}
          onRename={bot => setAsking({ about: 'name', bot })}
          onRemove={remove}
        />
      )}
      {asking?.about === 'name' && <RenameBotDialog bot={asking.bot} onClose={() => setAsking(null)} />}
      {asking?.about === 'removal' && <RemoveBotDialog bot={asking.bot} onClose={() => setAsking(null)} />}
    </>
  )
}

function focusCard(bot: BotId | undefined): void {
  document.querySelector<HTMLElement>(`[data-bot="${bot}"]`)?.focus()
}
