import { Button, SegmentedControl, TextInput } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconLetterCase,
  IconTextRecognition,
} from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../commands/command.ts'
import { IS_MAC } from '../commands/platform.ts'
import { IconButton } from '../ui/icon-button.tsx'
import css from './find.module.css'
import { replaceAll, replaceOne, step } from './find-actions.ts'
import { type Found, look, useFind } from './find-state.ts'
import { KindFilter } from './kind-filter.tsx'

/** What is looked for, how, where, and by what it is replaced. */
export function FindBar({ found }: { found: Found }) {
  const { t } = useTranslation()
  const { text, matchCase, wholeWord, isReplacing, onlyFlow } = useFind()
  const Chevron = isReplacing ? IconChevronDown : IconChevronRight
  return (
    <div className={css.bar}>
      <div className={css.row}>
        <IconButton
          label={t('find.showReplace')}
          pressed={isReplacing}
          onClick={() => useFind.setState({ isReplacing: !isReplacing })}
        >
          <Chevron size={16} stroke={1.8} />
        </IconButton>
        <TextInput
          className={css.text}
          size="xs"
          aria-label={t('find.text')}
          placeholder={t('find.text')}
          value={text}
          data-find-text
          onChange={event => look({ text: event.currentTarget.value })}
          onKeyDown={stepThrough}
        />
        <IconButton
          label={t('find.matchCase')}
          pressed={matchCase}
          onClick={() => look({ matchCase: !matchCase })}
        >
          <IconLetterCase size={16} stroke={1.8} />
        </IconButton>
        <IconButton
          label={t('find.wholeWord')}
          pressed={wholeWord}
          onClick={() => look({ wholeWord: !wholeWord })}
        >
          <IconTextRecognition size={16} stroke={1.8} />
        </IconButton>
      </div>
      {isReplacing && <ReplaceRow hasMatches={found.matches.length > 0} />}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('find.scope')}
        value={onlyFlow ? 'flow' : 'bot'}
        data={[
          { value: 'bot', label: t('find.wholeBot') },
          { value: 'flow', label: t('find.thisFlow') },
        ]}
        onChange={value => look({ onlyFlow: value === 'flow' })}
      />
      <Position found={found} />
    </div>
  )
}

function stepThrough(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  step(event.shiftKey ? -1 : 1)
}

function ReplaceRow({ hasMatches }: { hasMatches: boolean }) {
  const { t } = useTranslation()
  const by = useFind(state => state.by)
  return (
    <>
      <div className={css.row}>
        <TextInput
          className={css.replaceText}
          size="xs"
          aria-label={t('find.by')}
          placeholder={t('find.by')}
          value={by}
          onChange={event => useFind.setState({ by: event.currentTarget.value })}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) replaceOne()
          }}
        />
      </div>
      <div className={css.replaceRow}>
        <Button size="compact-xs" variant="default" disabled={!hasMatches} onClick={replaceOne}>
          {t('find.replace')}
        </Button>
        <Button size="compact-xs" variant="default" disabled={!hasMatches} onClick={replaceAll}>
          {t('find.replaceAll')}
        </Button>
      </div>
    </>
  )
}

function Position({ found: { matches, isComplete } }: { found: Found }) {
  const { t } = useTranslation()
  const at = useFind(state => state.at)
  const count = matches.length
  const said = isComplete ? t('find.count', { count }) : t('find.more', { count })
  const isEmpty = count === 0
  return (
    <div className={css.position}>
      <KindFilter />
      <span role="status" title={isEmpty ? undefined : said}>
        {!isEmpty && (at < 0 ? said : t('find.at', { at: at + 1, count }))}
      </span>
      <IconButton
        label={t('find.previous')}
        shortcut={showShortcut('shift+f3', IS_MAC)}
        disabled={isEmpty}
        onClick={() => step(-1)}
      >
        <IconArrowUp size={16} stroke={1.8} />
      </IconButton>
      <IconButton
        label={t('find.next')}
        shortcut={showShortcut('f3', IS_MAC)}
        disabled={isEmpty}
        onClick={() => step(1)}
      >
        <IconArrowDown size={16} stroke={1.8} />
      </IconButton>
    </div>
  )
}
