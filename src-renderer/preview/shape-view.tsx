import {
  IconExternalLink,
  IconList,
  IconMapPin,
  IconPaperclip,
  IconPhone,
  IconUser,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { hashOfAddress } from '../../src-shared/message/file-address.ts'
import { fileSource } from '../media/file-source.ts'
import { fileNameOf, hostOf } from '../simulator/address-parts.ts'
import { MEDIA_ICONS } from '../simulator/media-part.tsx'
import css from './preview.module.css'
import type { Shape, ShownCard, ShownControl, ShownFile } from './shape.ts'
import { ShownWords } from './shown-words.tsx'

/** One thing of a conversation, drawn; nothing in it can be pressed, and nothing is loaded from elsewhere. */
export function ShapeView({ shape }: { shape: Shape }) {
  const { t } = useTranslation()
  switch (shape.type) {
    case 'bubble':
      return <Bubble {...shape} />
    case 'list':
      return (
        <div className={css.sheet}>
          <p className={css.sheetTitle}>{t('preview.opens', { title: shape.title })}</p>
          <Controls controls={shape.rows} />
        </div>
      )
    case 'replies':
      return (
        <div className={css.replies}>
          {shape.controls.map(({ label }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two labels may be alike, and nothing moves
            <span key={at} className={css.reply} dir="auto">
              {label}
            </span>
          ))}
        </div>
      )
    case 'cards':
      return <Cards cards={shape.cards} />
    case 'place':
      return <Fact icon={<IconMapPin size={18} aria-hidden />} title={shape.name} more={[shape.address]} />
    case 'contact': {
      const { name, phone, email = '', organisation = '' } = shape.contact
      return (
        <Fact icon={<IconUser size={18} aria-hidden />} title={name} more={[organisation, phone, email]} />
      )
    }
    case 'template':
      return (
        <div className={css.bubble}>
          {shape.file && <File file={shape.file} />}
          <p className={css.quiet}>{t('preview.template', { name: shape.name, language: shape.language })}</p>
          {shape.parameters.length > 0 && (
            <ol className={css.parameters}>
              {shape.parameters.map((parameter, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: places of a template have nothing but their number
                <li key={at} dir="auto">
                  {parameter}
                </li>
              ))}
            </ol>
          )}
        </div>
      )
  }
}

function Bubble({ header, file, text, footer, controls }: Extract<Shape, { type: 'bubble' }>) {
  return (
    <div className={css.block}>
      {(header || file || text || footer) && (
        <div className={css.bubble} dir="auto">
          {file && <File file={file} />}
          {header && (
            <strong className={css.header}>
              <ShownWords text={header} />
            </strong>
          )}
          {text && (
            <div className={css.text}>
              <ShownWords text={text} />
            </div>
          )}
          {footer && (
            <div className={css.quiet}>
              <ShownWords text={footer} />
            </div>
          )}
        </div>
      )}
      <Controls controls={controls} />
    </div>
  )
}

const CONTROL_ICONS = {
  reply: null,
  link: IconExternalLink,
  call: IconPhone,
  list: IconList,
  location: IconMapPin,
  file: IconPaperclip,
} as const

function Controls({ controls }: { controls: readonly ShownControl[] }) {
  const { t } = useTranslation()
  if (controls.length === 0) return null
  return (
    <ul className={css.controls}>
      {controls.map(({ does, label, more }, at) => {
        const Icon = CONTROL_ICONS[does]
        const own =
          does === 'location' ? t('preview.sendLocation') : does === 'file' ? t('preview.sendFile') : label
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two labels may be alike, and nothing moves
          <li key={at} className={css.control} data-does={does}>
            {Icon && <Icon size={14} aria-hidden />}
            <span dir="auto">
              {own}
              {more && <small>{more}</small>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function File({ file: { kind, url, name, alt } }: { file: ShownFile }) {
  const { t } = useTranslation()
  const Icon = MEDIA_ICONS[kind]
  const hash = hashOfAddress(url)
  if (hash !== null && kind === 'image')
    return <img className={css.ownPicture} src={fileSource(hash)} alt={alt ?? ''} />
  const called = name || (hash === null ? fileNameOf(url) || hostOf(url) : '')
  return (
    <div className={css.file} data-kind={kind}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <span>
        <span className={css.fileKind}>{t(`simulator.part.media.${kind}`)}</span>
        <bdi>{called}</bdi>
        {alt && <small>{alt}</small>}
      </span>
    </div>
  )
}

function Cards({ cards }: { cards: readonly ShownCard[] }) {
  return (
    <ul className={css.cards}>
      {cards.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cards may be alike, and nothing moves
        <li key={at} className={css.card}>
          {card.image && <File file={{ kind: 'image', url: card.image }} />}
          <div className={css.cardWords} dir="auto">
            <strong>
              <ShownWords text={card.title} />
            </strong>
            {card.subtitle && (
              <div className={css.quiet}>
                <ShownWords text={card.subtitle} />
              </div>
            )}
          </div>
          <Controls controls={card.controls} />
        </li>
      ))}
    </ul>
  )
}

function Fact({ icon, title, more }: { icon: React.ReactNode; title: string; more: readonly string[] }) {
  return (
    <div className={css.bubble}>
      <div className={css.file}>
        {icon}
        <span>
          <bdi>{title}</bdi>
          {more
            .filter(line => line !== '')
            .map(line => (
              <small key={line}>{line}</small>
            ))}
        </span>
      </div>
    </div>
  )
}
