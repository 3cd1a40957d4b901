import { useTranslation } from 'react-i18next'
import type { Message } from '../../src-shared/message/message.ts'
import type { SentMessage } from '../../src-shared/runtime/events.ts'
import { CardRow } from './card-row.tsx'
import { ContactPart } from './contact-part.tsx'
import { LinkButtons } from './link-buttons.tsx'
import { LocationPart } from './location-part.tsx'
import { MediaPart } from './media-part.tsx'
import css from './message.module.css'
import { type SheetName, showSheet } from './talk.ts'

type Props = Readonly<{ message: SentMessage; canAnswer: boolean }>

/** Whether there is a bubble of words: a message of parts alone has none, an empty one says that it is empty. */
export function hasWords(message: SentMessage): boolean {
  const { text, header, footer, media, cards, location, contact, template } = message
  return [text, header, footer].some(Boolean) || ![media, cards, location, contact, template].some(Boolean)
}

/** All of a message that is not words or options, in the order the web chat has them. */
export function MessageParts({ message, canAnswer }: Props) {
  const { t } = useTranslation()
  const { media, cards = [], location, contact, buttons = [], template, asks } = message
  return (
    <>
      {template && (
        <span className={css.template}>
          {t('simulator.part.template', { name: template.name, language: template.language })}
        </span>
      )}
      {template?.header && <MediaPart media={template.header} />}
      {media && <MediaPart media={media} />}
      {location && <LocationPart place={location} />}
      {contact && <ContactPart contact={contact} />}
      {cards.length > 0 && <CardRow cards={cards} canAnswer={canAnswer} />}
      {buttons.length > 0 && <LinkButtons buttons={buttons} />}
      {asks && canAnswer && <Ask asks={asks} />}
    </>
  )
}

function Ask({ asks }: { asks: NonNullable<Message['asks']> }) {
  const { t } = useTranslation()
  const sheet: SheetName = asks
  return (
    <button type="button" className={css.ask} onClick={() => showSheet(sheet)}>
      {t(asks === 'location' ? 'simulator.part.askLocation' : 'simulator.part.askFile')}
    </button>
  )
}
