import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DataOf } from '../../src-shared/blocks/kinds.ts'
import { DraftInput } from '../inspector/fields/draft-input.tsx'
import css from '../inspector/fields/form.module.css'
import { SameTextField } from '../inspector/fields/same-text-field.tsx'
import { SmallButton } from '../inspector/fields/small-button.tsx'
import type { FormProps } from './kind-view.ts'

type Data = DataOf<'message'>
type Addition = NonNullable<Data['additions']>[number]

const KEY = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/

/** Output additions: values for the channel, a webhook or the agent desk (requirements.md CM-02). */
export function AdditionFields({ block, data, change }: FormProps<Data>) {
  const { t } = useTranslation()
  const additions = data.additions ?? []
  const set = (map: (additions: readonly Addition[]) => readonly Addition[]) =>
    change(({ additions: before = [], ...others }) => {
      const after = map(before)
      return after.length === 0 ? others : { ...others, additions: [...after] }
    })
  const patch = (at: number, part: Partial<Addition>) =>
    set(present => present.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <div className={css.section} data-path="additions">
      {additions.map((addition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: additions have no other identity
        <div key={at} className={css.card}>
          <div className={css.line}>
            <DraftInput
              quiet
              mono
              field={`${block.id}.additions.${at}.key`}
              label={t('blocks.message.additionKey', { number: at + 1 })}
              path={['additions', at, 'key']}
              value={addition.key}
              check={key => (KEY.test(key) ? null : t('blocks.message.additionKeyRule'))}
              commit={key => patch(at, { key })}
            />
            <SmallButton
              label={t('blocks.message.removeAddition', { number: at + 1 })}
              onClick={() => set(present => present.filter((_, index) => index !== at))}
            >
              <IconX size={14} />
            </SmallButton>
          </div>
          <SameTextField
            label={t('blocks.message.additionValue')}
            path={['additions', at, 'value']}
            value={addition.value}
            commit={value => patch(at, { value })}
          />
        </div>
      ))}
      <Button
        className={css.start}
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() =>
          set(present => [
            ...present,
            present.length === 0
              ? { key: 'livechat', value: 'true' }
              : { key: `value${present.length + 1}`, value: '' },
          ])
        }
      >
        {t('blocks.message.addAddition')}
      </Button>
      <p className={css.note}>{t('blocks.message.additionsHint')}</p>
    </div>
  )
}
