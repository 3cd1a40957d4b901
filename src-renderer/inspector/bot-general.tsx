import { useTranslation } from 'react-i18next'
import { MAX_TEXT_LENGTH } from '../../src-shared/document/localized.ts'
import type { BotRecord } from '../../src-shared/document/records.ts'
import { putRecord } from '../state/put-record.ts'
import { useWorkbench } from '../state/workbench.ts'
import { BotLanguages } from './bot-languages.tsx'
import { countryChoices, countryName } from './countries.ts'
import { DraftInput } from './fields/draft-input.tsx'
import { Picker } from './fields/picker.tsx'
import { nameProblem } from './name-problem.ts'

/** What a bot is called, what it is for, its languages, and the country of phone numbers. */
export function BotGeneral({ bot }: { bot: BotRecord }) {
  const { t, i18n } = useTranslation()
  const put = (part: Partial<BotRecord>) => {
    const present = useWorkbench.getState().editor?.document.bot ?? bot
    return putRecord({ ...present, ...part }, { key: 'inspector.edit.bot' })
  }
  return (
    <>
      <DraftInput
        field={`${bot.id}.name`}
        label={t('inspector.bot.name')}
        path={['name']}
        value={bot.name}
        check={text => nameProblem(t, text)}
        commit={name => put({ name: name.trim() })}
      />
      <DraftInput
        field={`${bot.id}.description`}
        multiline
        label={t('inspector.bot.description')}
        placeholder={t('inspector.bot.descriptionPlaceholder')}
        path={['description']}
        value={bot.description}
        check={text =>
          text.length > MAX_TEXT_LENGTH ? t('inspector.field.atMost', { count: MAX_TEXT_LENGTH }) : null
        }
        commit={description => put({ description })}
      />
      <BotLanguages locales={bot.locales} />
      <Picker
        label={t('inspector.bot.country')}
        path={['country']}
        hint={t('inspector.bot.countryHint')}
        placeholder={t('inspector.bot.noCountry')}
        chosen={
          bot.country === null ? null : { value: bot.country, label: countryName(bot.country, i18n.language) }
        }
        choices={() => [{ group: null, items: countryChoices(i18n.language) }]}
        onPick={country => put({ country })}
      />
    </>
  )
}
