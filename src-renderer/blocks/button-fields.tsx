import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ButtonData } from '../../src-shared/blocks/message-fields.ts'
import { ChoiceSelect } from '../inspector/fields/choice-select.tsx'
import type { FieldPath } from '../inspector/fields/field-scope.ts'
import css from '../inspector/fields/form.module.css'
import { moveItem } from '../inspector/fields/move-item.ts'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import { SortableList } from '../inspector/fields/sortable-list.tsx'
import { TemplateField } from '../inspector/fields/template-field.tsx'
import { useTextLocale } from '../inspector/fields/use-text-locale.ts'

type Props = Readonly<{
  buttons: readonly ButtonData[]
  most: number
  path: FieldPath
  change: (map: (buttons: readonly ButtonData[]) => readonly ButtonData[]) => boolean
}>

/** Buttons that open a page or call a number. */
export function ButtonFields({ buttons, most, path, change }: Props) {
  const { t } = useTranslation()
  const { locale } = useTextLocale()
  const patch = (at: number, map: (button: ButtonData) => ButtonData) =>
    change(present => present.map((button, index) => (index === at ? map(button) : button)))
  const add = () => change(present => [...present, { kind: 'link', label: { [locale]: '' }, target: '' }])
  return (
    <div className={css.section} data-path={path.join('.')}>
      <h4 className={css.heading}>{t('blocks.buttons.title')}</h4>
      <SortableList
        label={t('blocks.buttons.title')}
        items={buttons}
        keyOf={(_, at) => String(at)}
        nameOf={(_, at) => t('blocks.buttons.one', { number: at + 1 })}
        onMove={(from, to) => change(present => moveItem(present, from, to))}
        render={(button, at) => (
          <div className={css.card}>
            <div className={css.line}>
              <ChoiceSelect
                quiet
                label={t('blocks.buttons.kind', { number: at + 1 })}
                path={[...path, at, 'kind']}
                value={button.kind}
                options={(['link', 'call'] as const).map(kind => ({
                  value: kind,
                  label: t(`blocks.buttons.kinds.${kind}`),
                }))}
                onPick={kind => patch(at, present => ({ ...present, kind }))}
              />
              <SmallButton
                label={t('blocks.buttons.remove', { number: at + 1 })}
                onClick={() => change(present => present.filter((_, index) => index !== at))}
              >
                <IconX size={14} />
              </SmallButton>
            </div>
            <TemplateField
              label={t('blocks.buttons.label')}
              path={[...path, at, 'label']}
              rows={1}
              plain
              texts={button.label}
              update={map => patch(at, present => ({ ...present, label: map(present.label) }))}
            />
            <SameTextField
              label={t(`blocks.buttons.target.${button.kind}`)}
              placeholder={button.kind === 'link' ? 'https://' : '+5511987654321'}
              path={[...path, at, 'target']}
              value={button.target}
              commit={target => patch(at, present => ({ ...present, target }))}
            />
          </div>
        )}
      />
      {buttons.length < most && (
        <Button
          className={css.start}
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={add}
        >
          {t('blocks.buttons.add')}
        </Button>
      )}
    </div>
  )
}
