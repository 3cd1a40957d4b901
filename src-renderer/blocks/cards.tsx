import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_CARDS } from '../../src-shared/blocks/cards.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'
import { FileOrAddress } from '../media/file-or-address.tsx'
import { newId } from '../state/open-bot.ts'
import { ButtonFields } from './button-fields.tsx'
import { Fold } from './fold.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'cards'>
type Card = Data['cards'][number]

export function CardsForm({ data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const { locale, locales } = useTextLocale()
  const set = (map: (cards: readonly Card[]) => readonly Card[]) =>
    change(present => ({ ...present, cards: [...map(present.cards)] }))
  const patch = (id: string, map: (card: Card) => Card) =>
    set(cards => cards.map(card => (card.id === id ? map(card) : card)))
  const nameOf = ({ title }: Card, at: number) =>
    title[locale] || title[locales[0] ?? ''] || t('blocks.cards.one', { number: at + 1 })
  return (
    <>
      <TemplateField
        label={t('blocks.cards.text')}
        placeholder={t('blocks.cards.textPlaceholder')}
        path={['text']}
        texts={data.text}
        update={map => change(present => ({ ...present, text: map(present.text) }))}
      />
      <div className={css.section} data-path="cards">
        <h4 className={css.heading}>{t('blocks.cards.list')}</h4>
        <SortableList
          label={t('blocks.cards.list')}
          items={data.cards}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          onMove={(from, to) => set(cards => moveItem(cards, from, to))}
          render={(card, at) => (
            <CardFields
              card={card}
              at={at}
              isOnly={data.cards.length === 1}
              patch={map => patch(card.id, map)}
              onRemove={() => set(cards => cards.filter(({ id }) => id !== card.id))}
            />
          )}
        />
        {data.cards.length < MAX_CARDS && (
          <Button
            className={css.start}
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => set(cards => [...cards, { id: `card_${newId()}`, title: { [locale]: '' } }])}
          >
            {t('blocks.cards.add')}
          </Button>
        )}
        <p className={css.note}>{t('blocks.cards.hint')}</p>
      </div>
    </>
  )
}

type CardProps = Readonly<{
  card: Card
  at: number
  isOnly: boolean
  patch: (map: (card: Card) => Card) => boolean
  onRemove: () => void
}>

function CardFields({ card, at, isOnly, patch, onRemove }: CardProps) {
  const { t } = useTranslation()
  const texts = (part: 'title' | 'subtitle' | 'choose') => (
    <TemplateField
      label={t(`blocks.cards.${part}`)}
      path={['cards', at, part]}
      rows={1}
      plain={part === 'choose'}
      texts={card[part] ?? {}}
      update={map => patch(present => ({ ...present, [part]: map(present[part] ?? {}) }))}
    />
  )
  return (
    <div className={css.card}>
      <div className={css.line}>
        {texts('title')}
        <SmallButton
          label={t('blocks.cards.remove', { number: at + 1 })}
          disabled={isOnly}
          onClick={onRemove}
        >
          <IconX size={14} />
        </SmallButton>
      </div>
      {texts('subtitle')}
      <FileOrAddress
        label={t('blocks.cards.image')}
        only="image"
        path={['cards', at, 'image']}
        value={card.image ?? ''}
        commit={image => patch(present => ({ ...present, image }))}
      />
      {texts('choose')}
      <Fold label={t('blocks.message.buttons')} startsOpen={(card.buttons ?? []).length > 0}>
        <ButtonFields
          buttons={card.buttons ?? []}
          most={3}
          path={['cards', at, 'buttons']}
          change={map => patch(present => ({ ...present, buttons: [...map(present.buttons ?? [])] }))}
        />
      </Fold>
    </div>
  )
}
