import { useTranslation } from 'react-i18next'
import { hashOfAddress } from '../../src-shared/message/file-address.ts'
import type { Card } from '../../src-shared/message/message.ts'
import { fileSource } from '../media/file-source.ts'
import { hostOf } from './address-parts.ts'
import { LinkButtons } from './link-buttons.tsx'
import { Markup } from './markup.tsx'
import { MEDIA_ICONS, OpenButton } from './media-part.tsx'
import css from './message.module.css'
import { OptionButtons } from './option-buttons.tsx'

type Props = Readonly<{ cards: readonly Card[]; canAnswer: boolean }>

/** Cards side by side; the row is scrolled. */
export function CardRow({ cards, canAnswer }: Props) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to
    <ul className={css.cards} aria-label={t('simulator.part.cards')} tabIndex={0}>
      {cards.map((card, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two cards may be alike, and their order never changes
          key={at}
          className={css.card}
          aria-label={t('simulator.part.card', { number: at + 1, count: cards.length })}
        >
          <OneCard card={card} canAnswer={canAnswer} />
        </li>
      ))}
    </ul>
  )
}

function OneCard({ card, canAnswer }: Readonly<{ card: Card; canAnswer: boolean }>) {
  const { title, subtitle, image, buttons = [], options = [] } = card
  return (
    <>
      {image && <Picture url={image} />}
      <strong dir="auto">
        <Markup source={title} />
      </strong>
      {subtitle && (
        <span className={css.partMore} dir="auto">
          <Markup source={subtitle} />
        </span>
      )}
      {buttons.length > 0 && <LinkButtons buttons={buttons} />}
      {options.length > 0 && <OptionButtons options={options} canAnswer={canAnswer} isNumbered={false} />}
    </>
  )
}

function Picture({ url }: { url: string }) {
  const Icon = MEDIA_ICONS.image
  const hash = hashOfAddress(url)
  if (hash !== null) return <img className={css.cardImage} src={fileSource(hash)} alt="" />
  return (
    <div className={css.cardPicture}>
      <Icon size={20} stroke={1.5} className={css.partIcon} aria-hidden />
      <bdi className={css.partMore} title={url}>
        {hostOf(url)}
      </bdi>
      <OpenButton url={url} what={hostOf(url)} />
    </div>
  )
}
