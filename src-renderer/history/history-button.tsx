import { Popover } from '@mantine/core'
import { IconHistoryToggle } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button.tsx'
import { useHistoryList } from './history-state.ts'

const HistoryList = lazy(async () => ({ default: (await import('./history-list.tsx')).HistoryList }))

/** Opens the list of all steps below itself. */
export function HistoryButton({ shortcut }: { shortcut: string }) {
  const { t } = useTranslation()
  const isOpen = useHistoryList(state => state.isOpen)
  const show = (open: boolean) => useHistoryList.setState({ isOpen: open })
  return (
    <Popover
      opened={isOpen}
      onChange={show}
      position="bottom"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
      // They would be put on the span around the button, which may not have them.
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <IconButton
            label={t('history.title')}
            shortcut={shortcut}
            pressed={isOpen}
            onClick={() => show(!isOpen)}
          >
            <IconHistoryToggle size={18} stroke={1.6} />
          </IconButton>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t('history.title')}>
        <Suspense fallback={null}>{isOpen && <HistoryList onClose={() => show(false)} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
