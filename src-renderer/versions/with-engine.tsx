import { Button, NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineAccount } from '../../src-shared/ipc/engine-calls.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { EngineForm } from './engine-form.tsx'
import { usePublishing } from './publishing.ts'
import css from './versions.module.css'

/** The engine last worked with, for the next time. */
let lastEngine: string | null = null

type Props = Readonly<{ canAdd: boolean; show: (engine: EngineAccount) => ReactNode }>

/** Chooses the engine, or adds the first one, and shows what is to be done with it. */
export function WithEngine({ canAdd, show }: Props) {
  const { t } = useTranslation()
  const engines = usePublishing(state => state.engines)
  const [chosen, setChosen] = useState(lastEngine)
  const [isAdding, setAdding] = useState(false)
  if (!engines) return null
  const choose = (id: string) => {
    lastEngine = id
    setChosen(id)
    setAdding(false)
  }
  if (isAdding)
    return <EngineForm account={null} onSaved={({ id }) => choose(id)} onCancel={() => setAdding(false)} />
  const engine = engines.find(({ id }) => id === chosen) ?? engines[0]
  const add = (variant: string) => (
    <Button
      size="xs"
      variant={variant}
      data-autofocus={variant === 'filled' || undefined}
      onClick={() => setAdding(true)}
    >
      {t('versions.publish.addEngine')}
    </Button>
  )
  if (!engine) return <EmptyState text={t('versions.publish.noEngine')} action={add('filled')} />
  return (
    <div className={css.form}>
      <div className={css.engineLine}>
        <NativeSelect
          size="xs"
          label={t('versions.publish.engine')}
          value={engine.id}
          data={engines.map(({ id, name, url }) => ({ value: id, label: `${name} · ${url}` }))}
          onChange={event => choose(event.currentTarget.value)}
        />
        {canAdd && add('default')}
      </div>
      {show(engine)}
    </div>
  )
}
