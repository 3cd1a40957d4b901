import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_PLACES } from '../../src-shared/blocks/ask-location.ts'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { NumberField } from '../inspector/fields/number-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { newId } from '../state/open-bot.ts'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'askLocation'>
type Place = Data['places'][number]

/** As in the schema of src-shared/blocks/ask-location.ts. */
const MAX_NAME = 100

/** The places of which the nearest one is found. */
export function PlaceList({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const setPlaces = (map: (places: readonly Place[]) => readonly Place[]) =>
    change(present => ({ ...present, places: [...map(present.places)] }))
  const patch = (id: string, part: Partial<Place>) =>
    setPlaces(places => places.map(each => (each.id === id ? { ...each, ...part } : each)))
  const add = () =>
    setPlaces(places => [...places, { id: `pl_${newId()}`, name: '', latitude: 0, longitude: 0 }])
  const degrees = (place: Place, at: number, member: 'latitude' | 'longitude', most: number) => (
    <NumberField
      fraction
      label={t(`blocks.askLocation.${member}`)}
      name={`${place.id}.${member}`}
      path={['places', at, member]}
      value={place[member]}
      min={-most}
      max={most}
      commit={value => patch(place.id, { [member]: value ?? 0 })}
    />
  )
  return (
    <div className={css.section} data-path="places">
      <h4 className={css.heading}>{t('blocks.askLocation.places')}</h4>
      <SortableList
        label={t('blocks.askLocation.places')}
        items={data.places}
        keyOf={({ id }) => id}
        nameOf={({ name }, at) => name || t('blocks.askLocation.place', { number: at + 1 })}
        onMove={(from, to) => setPlaces(places => moveItem(places, from, to))}
        render={(place, at) => (
          <div className={css.card}>
            <div className={css.line}>
              <DraftInput
                key={place.id}
                quiet
                field={`${block.id}.${place.id}.name`}
                label={t('blocks.askLocation.place', { number: at + 1 })}
                placeholder={t('blocks.askLocation.placePlaceholder')}
                path={['places', at, 'name']}
                value={place.name}
                check={text =>
                  text.length > MAX_NAME ? t('inspector.field.atMost', { count: MAX_NAME }) : null
                }
                commit={text => patch(place.id, { name: text.trim() })}
              />
              <SmallButton
                label={t('blocks.askLocation.removePlace', { number: at + 1 })}
                onClick={() => setPlaces(places => places.filter(({ id }) => id !== place.id))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <div className={css.pair}>
              {degrees(place, at, 'latitude', 90)}
              {degrees(place, at, 'longitude', 180)}
            </div>
          </div>
        )}
      />
      {data.places.length < MAX_PLACES && (
        <Button
          className={css.start}
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={add}
        >
          {t('blocks.askLocation.addPlace')}
        </Button>
      )}
      <p className={css.note}>{t('blocks.askLocation.placesHint')}</p>
    </div>
  )
}
