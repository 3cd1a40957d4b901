import { hashOfAddress } from '../../src-shared/message/file-address.ts'
import type { Card, Media, MessageOption } from '../../src-shared/message/message.ts'
import type { SentMessage } from '../../src-shared/runtime/events.ts'
import type { Desk } from '../look.ts'
import { mediaAddress } from '../read-page.ts'
import { Markup } from '../ui/markup.tsx'
import type { Talker } from './talk.ts'

type Props = Readonly<{ desk: Desk; talker: Talker; message: SentMessage; canAnswer: boolean }>

/** A place and a file to answer with, where the bot asks for one. */
const SAMPLE_PLACE = { latitude: 38.7223, longitude: -9.1393, name: 'Lisboa' }
const SAMPLE_FILE = {
  kind: 'image',
  url: 'parley-sample:picture',
  name: 'picture.jpg',
  mime: 'image/jpeg',
  size: 120_000,
} as const

/** All of a message that is not words, in the order the web chat has them. */
export function MessageParts({ desk, talker, message, canAnswer }: Props) {
  const { t } = desk
  const { media, template, location, contact, cards = [], buttons = [], options, asks } = message
  return (
    <>
      {template && (
        <p class="part">
          {t('simulator.part.template', { name: template.name, language: template.language })}
          {template.parameters.length > 0 && ` ${template.parameters.join(' · ')}`}
        </p>
      )}
      {template?.header && <MediaPart desk={desk} media={template.header} />}
      {media && <MediaPart desk={desk} media={media} />}
      {location && (
        <p class="part">
          {[location.name, location.address, `${location.latitude}, ${location.longitude}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {contact && (
        <p class="part">
          {[contact.name, contact.organisation, contact.phone, contact.email].filter(Boolean).join(' · ')}
        </p>
      )}
      {cards.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards have nothing but their order
        <CardPart key={at} {...{ desk, talker, card, canAnswer }} />
      ))}
      {buttons.map(({ kind, label, target }) => (
        <p key={`${kind} ${label}`} class="part" title={target}>
          {label} <span class="quiet">{target}</span>
        </p>
      ))}
      {options && options.length > 0 && <Options {...{ talker, options, canAnswer }} />}
      {asks && canAnswer && (
        <button
          type="button"
          class="option"
          onClick={() =>
            talker.letHappen(
              asks === 'location'
                ? { type: 'message', text: '', location: SAMPLE_PLACE }
                : { type: 'message', text: '', files: [SAMPLE_FILE] },
            )
          }
        >
          {t(asks === 'location' ? 'reviewPage.talk.place' : 'reviewPage.talk.file')}
        </button>
      )}
    </>
  )
}

type OptionsProps = Readonly<{ talker: Talker; options: readonly MessageOption[]; canAnswer: boolean }>

function Options({ talker, options, canAnswer }: OptionsProps) {
  return (
    <div class="options">
      {options.map(({ id, label, description, number }, at) => (
        <button
          key={id}
          type="button"
          class="option"
          disabled={!canAnswer}
          onClick={() => talker.letHappen({ type: 'message', text: label, option: id })}
        >
          <span class="card-number">{number ?? at + 1}</span>
          <span dir="auto">
            {label}
            {description && <span class="quiet"> {description}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}

type CardProps = Readonly<{ desk: Desk; talker: Talker; card: Card; canAnswer: boolean }>

function CardPart({ desk, talker, card, canAnswer }: CardProps) {
  const { title, subtitle, image, options = [], buttons = [] } = card
  return (
    <div class="part">
      {image && <MediaPart desk={desk} media={{ kind: 'image', url: image }} />}
      <strong>
        <Markup source={title} />
      </strong>
      {subtitle && (
        <div>
          <Markup source={subtitle} />
        </div>
      )}
      {buttons.map(({ label, target }) => (
        <div key={label} title={target}>
          {label} <span class="quiet">{target}</span>
        </div>
      ))}
      {options.length > 0 && <Options {...{ talker, options, canAnswer }} />}
    </div>
  )
}

/** A file of the bot came along and is shown; one on a web server is told of, since nothing is fetched. */
function MediaPart({ desk: { t, page }, media }: Readonly<{ desk: Desk; media: Media }>) {
  const { kind, url, name, alt } = media
  const hash = hashOfAddress(url)
  const address = hash && mediaAddress(page.media, hash)
  const said = alt || name || t(`simulator.part.media.${kind}`)
  if (address && kind === 'image') return <img class="picture" src={address} alt={said} />
  if (address && kind === 'video')
    // biome-ignore lint/a11y/useMediaCaption: the files of bots have no captions of their own
    return <video class="picture" src={address} controls aria-label={said} />
  if (address && kind === 'audio')
    // biome-ignore lint/a11y/useMediaCaption: as above
    return <audio src={address} controls aria-label={said} />
  return (
    <p class="part">
      {t(`simulator.part.media.${kind}`)}: {said} {!hash && <span class="quiet">{url}</span>}
    </p>
  )
}
