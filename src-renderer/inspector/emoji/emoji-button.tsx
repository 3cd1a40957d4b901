import { ActionIcon, Popover } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/loading.tsx'

const EmojiPicker = lazy(async () => ({ default: (await import('./emoji-picker.tsx')).EmojiPicker }))

/** The button above a text that writes an emoji at the caret. */
export function EmojiButton({ field, onPick }: { field: string; onPick: (sign: string) => void }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      offset={4}
      width={304}
      shadow="md"
      transitionProps={{ duration: 0 }}
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('editor.emoji.insert', { field })}
          title={t('editor.emoji.insert', { field })}
          onClick={() => setOpened(!opened)}
        >
          <IconMoodSmile size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('editor.emoji.title')}>
        {opened && (
          <Suspense fallback={<Loading />}>
            <EmojiPicker
              onPick={sign => {
                setOpened(false)
                onPick(sign)
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
