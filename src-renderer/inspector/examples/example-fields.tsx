import { useTranslation } from 'react-i18next'
import { readNumber } from '../../../src-shared/blocks/answer-types.ts'
import type { BotDocument } from '../../../src-shared/document/bot-document.ts'
import type { VariableRecord } from '../../../src-shared/document/records.ts'
import type { Value } from '../../../src-shared/kit/value.ts'
import { exampleOf, setExample, useExamples } from '../../state/example-values.ts'
import field from '../fields/field.module.css'
import css from './examples.module.css'

type Props = Readonly<{ document: BotDocument; names: readonly string[] }>

/** What variables are filled in with where nothing is really known yet; kept while the window is open. */
export function ExampleFields({ document, names }: Props) {
  const { t } = useTranslation()
  useExamples(state => state.given)
  const variables = names.flatMap(name => document.variableNamed(name) ?? [])
  if (variables.length === 0) return null
  return (
    <fieldset className={css.examples}>
      <legend>{t('editor.examples.title')}</legend>
      {variables.map(variable => (
        <label key={variable.id} className={css.example}>
          <span>{variable.name}</span>
          <input
            className={field.input}
            defaultValue={written(exampleOf(document, variable.name))}
            dir="auto"
            spellCheck={false}
            onChange={event => setExample(document, variable.name, read(event.target.value, variable))}
          />
        </label>
      ))}
    </fieldset>
  )
}

function written(value: Value): string {
  if (value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** What was typed as a value of the variable's type; what is none is empty. */
function read(text: string, { valueType }: VariableRecord): Value {
  const typed = text.trim()
  if (typed === '') return null
  switch (valueType) {
    case 'number':
      return readNumber(typed, 'en')
    case 'boolean':
      return /^(true|1|yes)$/i.test(typed)
    case 'list':
      return typed
        .split(',')
        .map(item => item.trim())
        .filter(item => item !== '')
    default:
      return text
  }
}
