import { NumberInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetFieldsProps } from './sheet-fields.ts'
import css from './simulator.module.css'

/** A place to begin with: the bay of All Saints in Salvador. */
const SOMEWHERE = { latitude: -12.9718, longitude: -38.5011 }
const MOST = { latitude: 90, longitude: 180 }

/** Where the customer is. */
export function LocationFields({ onChange }: SheetFieldsProps) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<Record<keyof typeof MOST, number | string>>(SOMEWHERE)
  const [name, setName] = useState('')
  const { latitude, longitude } = place
  useEffect(() => {
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return onChange(null)
    const location = { latitude, longitude, ...(name.trim() === '' ? {} : { name: name.trim() }) }
    onChange({ type: 'message', text: '', location })
  }, [latitude, longitude, name, onChange])
  const degrees = (axis: keyof typeof MOST) => (
    <NumberInput
      size="xs"
      label={t(`simulator.sheet.${axis}`)}
      title={t('simulator.sheet.degrees', { most: MOST[axis] })}
      min={-MOST[axis]}
      max={MOST[axis]}
      clampBehavior="strict"
      decimalScale={6}
      hideControls
      value={place[axis]}
      onChange={value => setPlace(before => ({ ...before, [axis]: value }))}
    />
  )
  return (
    <>
      <div className={css.pair}>
        {degrees('latitude')}
        {degrees('longitude')}
      </div>
      <TextInput
        size="xs"
        label={t('simulator.sheet.placeName')}
        maxLength={200}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
    </>
  )
}
