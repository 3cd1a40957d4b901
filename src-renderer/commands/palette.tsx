import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkbench } from '../state/workbench.ts'
import styles from './commands.module.css'
import { type Find, finds } from './finds.ts'

type Props = Readonly<{ onClose: () => void }>

/** Every command, block and panel by name: type, choose with the arrows, run with Enter. */
export function Palette({ onClose }: Props) {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const found = finds(t, useWorkbench.getState(), sought)
  const chosen = found[Math.min(at, found.length - 1)]
  const run = (find: Find | undefined) => {
    if (!find) return
    onClose()
    find.run()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      yOffset="12vh"
      centered={false}
      size={480}
      attributes={{ content: { 'aria-label': t('shell.command.palette_show') } }}
    >
      <TextInput
        className={styles.search}
        size="sm"
        variant="unstyled"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={chosen ? `palette-${chosen.id}` : undefined}
        aria-label={t('shell.findCommand')}
        placeholder={t('shell.findCommand')}
        value={sought}
        data-autofocus
        onChange={event => {
          setSought(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') run(chosen)
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step === 0 || found.length === 0) return
          event.preventDefault()
          setAt(index => (Math.min(index, found.length - 1) + step + found.length) % found.length)
        }}
      />
      <div
        id="palette-list"
        role="listbox"
        aria-label={t('shell.command.palette_show')}
        className={styles.list}
      >
        {found.map(find => (
          <div
            key={find.id}
            id={`palette-${find.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={find === chosen}
            className={styles.item}
            ref={element => {
              if (find === chosen) element?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerDown={event => event.preventDefault()}
            onClick={() => run(find)}
            onKeyDown={() => {}}
          >
            <span>{find.name}</span>
            <kbd>{find.keys}</kbd>
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t('shell.noCommand', { sought })}</p>}
      </div>
    </Modal>
  )
}
