import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkbench } from '../state/workbench.ts'
import { type Command, showShortcut } from './command.ts'
import styles from './commands.module.css'
import { COMMANDS } from './commands.ts'
import { IS_MAC } from './platform.ts'

type Props = Readonly<{ onClose: () => void }>

/** Every command by name: type, choose with the arrows, run with Enter. */
export function Palette({ onClose }: Props) {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const state = useWorkbench.getState()
  const words = sought.trim().toLowerCase().split(/\s+/)
  const found = COMMANDS.filter(
    command =>
      command.id !== 'palette.show' &&
      command.enabled(state) &&
      words.every(word => nameOf(command).toLowerCase().includes(word)),
  )
  const chosen = found[Math.min(at, found.length - 1)]
  function nameOf(command: Command): string {
    return t(`shell.command.${command.id.replace('.', '_')}`)
  }
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
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
      aria-label={t('shell.command.palette_show')}
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
        {found.map(command => (
          <div
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            className={styles.item}
            ref={element => {
              if (command === chosen) element?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerDown={event => event.preventDefault()}
            onClick={() => run(command)}
            onKeyDown={() => {}}
          >
            <span>{nameOf(command)}</span>
            <kbd>{command.shortcuts[0] ? showShortcut(command.shortcuts[0], IS_MAC) : ''}</kbd>
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t('shell.noCommand', { sought })}</p>}
      </div>
    </Modal>
  )
}
