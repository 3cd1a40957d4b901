import type { EditorView } from '@codemirror/view'
import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLinkAddress } from '../../../src-shared/message/markup.ts'
import css from './editor.module.css'
import { insertText } from './format-commands.ts'

/** The button that makes a link of what is selected. */
export function LinkTool({ view }: { view: EditorView }) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<string | null>(null)
  const open = () => {
    const { from, to } = view.state.selection.main
    setSelected(view.state.sliceDoc(from, to).replace(/\s+/g, ' ').trim())
  }
  return (
    <Popover
      opened={selected !== null}
      onChange={opened => !opened && setSelected(null)}
      position="bottom-start"
      offset={4}
      width={280}
      shadow="md"
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('editor.link')}
          title={t('editor.link')}
          onClick={open}
        >
          <IconLink size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={12} aria-label={t('editor.link')}>
        {selected !== null && (
          <LinkForm
            selected={selected}
            onDone={link => {
              setSelected(null)
              insertText(view, link)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function LinkForm({ selected, onDone }: { selected: string; onDone: (link: string) => void }) {
  const { t } = useTranslation()
  const isAddress = isLinkAddress(selected)
  const [text, setText] = useState(isAddress ? '' : selected)
  const [address, setAddress] = useState(isAddress ? selected : 'https://')
  const [problem, setProblem] = useState(false)
  const make = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const to = address.trim()
    if (!isLinkAddress(to) && !/^\{\{[^{}]+\}\}$/.test(to)) return setProblem(true)
    const words = text.trim()
    onDone(words === '' ? to : `[${words.replace(/[[\]]/g, '\\$&')}](${to.replaceAll(' ', '%20')})`)
  }
  return (
    <form className={css.linkForm} onSubmit={make}>
      <TextInput
        size="xs"
        label={t('editor.linkText')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        data-autofocus
        label={t('editor.linkAddress')}
        value={address}
        error={problem ? t('editor.linkRule', { example: '{{URL}}' }) : undefined}
        onChange={event => {
          setProblem(false)
          setAddress(event.currentTarget.value)
        }}
      />
      <Button type="submit" size="xs">
        {t('editor.makeLink')}
      </Button>
    </form>
  )
}
