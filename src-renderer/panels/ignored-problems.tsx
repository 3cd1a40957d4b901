import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconEyeOff } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ignored, takeBackWaiver } from '../../src-shared/lint/waivers.ts'
import { commit } from '../state/edits.ts'
import { showPlace } from '../state/show-place.ts'
import { useWorkbench } from '../state/workbench.ts'
import css from './panels.module.css'

const MOST_SHOWN = 200

/** What was ignored, folded away, with who said why; each can be taken back. */
export function IgnoredProblems() {
  const { t } = useTranslation()
  const ignored = useWorkbench(state => state.ignored)
  const [isOpen, setOpen] = useState(false)
  const list = useId()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  if (ignored.length === 0) return null
  return (
    <section>
      <h3 className={css.group}>
        <button
          type="button"
          className={css.unfold}
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={14} aria-hidden />
          {t('problems.ignored', { count: ignored.length })}
        </button>
      </h3>
      <ul id={list} className={css.list} hidden={!isOpen}>
        {isOpen &&
          ignored.slice(0, MOST_SHOWN).map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one waiver may stand for two findings at a place
            <IgnoredRow key={`${one.waiver.id} ${at}`} {...one} />
          ))}
      </ul>
    </section>
  )
}

function IgnoredRow({ issue, waiver }: Ignored) {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(waiver.at)
  const takeBack = () => {
    const { editor } = useWorkbench.getState()
    if (editor) commit(takeBackWaiver(editor.document, waiver.id), { key: 'problems.edit.takeBack' })
  }
  return (
    <li className={css.problem}>
      <IconEyeOff size={14} aria-hidden />
      <button type="button" className={css.go} onClick={() => showPlace(issue.record, issue.path ?? null)}>
        <span>{issue.message}</span>
        <span className={css.note}>
          {t('problems.ignoredBy', { reason: waiver.reason, author: waiver.author, day })}
        </span>
      </button>
      <Button className={css.fix} size="compact-xs" variant="default" onClick={takeBack}>
        {t('problems.takeBack')}
      </Button>
    </li>
  )
}
