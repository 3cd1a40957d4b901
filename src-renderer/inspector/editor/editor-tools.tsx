import type { EditorView } from '@codemirror/view'
import { ActionIcon } from '@mantine/core'
import { IconBold, IconCode, IconItalic, IconStrikethrough, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { showShortcut } from '../../commands/command.ts'
import { IS_MAC } from '../../commands/platform.ts'
import { EmojiButton } from '../emoji/emoji-button.tsx'
import { InsertVariable } from '../fields/insert-variable.tsx'
import { useSuggestions } from '../fields/use-suggestions.ts'
import css from './editor.module.css'
import { insertText, toggleFormat } from './format-commands.ts'
import { LinkTool } from './link-tool.tsx'
import type { MarkName } from './toggle-mark.ts'

type Props = Readonly<{
  view: EditorView
  field: string
  /** The formatting at the caret; null where there is none to be had. */
  marks: ReadonlySet<MarkName> | null
}>

const FORMATS: readonly Readonly<{ name: MarkName; icon: TablerIcon; shortcut: string }>[] = [
  { name: 'bold', icon: IconBold, shortcut: 'mod+b' },
  { name: 'italic', icon: IconItalic, shortcut: 'mod+i' },
  { name: 'strike', icon: IconStrikethrough, shortcut: 'mod+shift+x' },
  { name: 'code', icon: IconCode, shortcut: 'mod+e' },
]

/** The tools of a text. They leave the focus where it is, so that writing goes on. */
export function EditorTools({ view, field, marks }: Props) {
  const { t } = useTranslation()
  const suggestions = useSuggestions()
  return (
    <div
      className={css.tools}
      role="toolbar"
      aria-label={t('editor.tools', { field })}
      onMouseDown={keepFocus}
    >
      {marks &&
        FORMATS.map(({ name, icon: Icon, shortcut }) => (
          <ActionIcon
            key={name}
            variant={marks.has(name) ? 'light' : 'subtle'}
            color={marks.has(name) ? undefined : 'gray'}
            size={24}
            aria-label={t(`editor.format.${name}`)}
            aria-pressed={marks.has(name)}
            title={`${t(`editor.format.${name}`)} · ${showShortcut(shortcut, IS_MAC)}`}
            onClick={() => {
              toggleFormat(view, name)
              view.focus()
            }}
          >
            <Icon size={15} />
          </ActionIcon>
        ))}
      {marks && <LinkTool view={view} />}
      <EmojiButton field={field} onPick={emoji => insertText(view, emoji)} />
      <InsertVariable
        field={field}
        suggestions={suggestions}
        onInsert={name => insertText(view, `{{${name}}}`)}
      />
    </div>
  )
}

/** A press on a tool would take the focus out of the text, and with it the selection. */
function keepFocus(event: React.MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('[role="toolbar"] > button'))
    event.preventDefault()
}
