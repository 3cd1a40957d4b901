import i18next from 'i18next'
import { blockTitle } from '../../src-renderer/blocks/block-title.ts'
import { languageName } from '../../src-renderer/inspector/fields/language-name.ts'
import { formatValue } from '../../src-shared/expression/format-value.ts'
import type { Desk } from '../look.ts'
import { Table } from './table.tsx'

/** What is in no flow: variables, keywords and tests. */
export function Tables({ desk }: Readonly<{ desk: Desk }>) {
  const { t, page } = desk
  const { document } = page.bots
  const variables = [...document.all('variable')].sort((a, b) => (a.name < b.name ? -1 : 1))
  const keywords = [...document.all('keyword')]
  const tests = [...document.all('testcase')]
  const head = (name: string) => t(`reviewPage.spec.head.${name}`)
  return (
    <>
      <Table
        title={t('reviewPage.spec.variables')}
        head={[head('name'), head('type'), head('initial'), head('description')]}
        rows={variables.map(({ id, name, valueType, initial, secret, description }) => ({
          id,
          cells: [name, valueType, secret ? t('reviewPage.spec.secret') : formatValue(initial), description],
        }))}
      />
      <Table
        title={t('reviewPage.spec.keywords')}
        head={[head('keyword'), head('match'), head('language'), head('wakes')]}
        rows={keywords.map(({ id, text, match, locale, entry }) => ({
          id,
          cells: [
            text,
            t(`reviewPage.spec.matches.${match}`),
            locale ? languageName(locale, i18next.language) : t('reviewPage.spec.any'),
            blockTitle(t, document.get(entry)),
          ],
        }))}
      />
      <Table
        title={t('reviewPage.spec.tests')}
        head={[head('name'), head('steps'), head('tags')]}
        rows={tests.map(({ id, name, steps, tags }) => ({
          id,
          cells: [name, String(steps.length), tags.join(', ')],
        }))}
      />
    </>
  )
}
