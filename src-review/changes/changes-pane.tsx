import type { Subject } from '../../src-shared/compare/subjects.ts'
import type { RecordId } from '../../src-shared/document/ids.ts'
import { differencesOf } from '../differences.ts'
import { type Desk, showRecord } from '../look.ts'
import { RecordLines } from './record-lines.tsx'

/** All that differs from the version before, record by record; each can be seen on the canvas. */
export function ChangesPane({ desk }: Readonly<{ desk: Desk }>) {
  const { t, page } = desk
  const found = differencesOf(page.bots)
  if (!found || !page.bots.before) return <p class="quiet empty">{t('reviewPage.changes.noBefore')}</p>
  const subjects = [...found.subjects.values()].filter(
    ({ is, fields }) => is !== 'changed' || fields.length > 0,
  )
  const content = new Set(found.difference.content.map(({ id }) => id))
  const [first, rest] = [
    subjects.filter(({ key }) => content.has(key)),
    subjects.filter(({ key }) => !content.has(key)),
  ]
  const { name } = page.bots.before
  return (
    <div class="reading">
      <h2>{t('reviewPage.changes.title', { name })}</h2>
      {subjects.length === 0 && <p>{t('reviewPage.changes.none')}</p>}
      <Subjects desk={desk} subjects={first} />
      {rest.length > 0 && <h3>{t('reviewPage.changes.design')}</h3>}
      <Subjects desk={desk} subjects={rest} />
      {found.difference.moved.length > 0 && (
        <p class="quiet">{t('reviewPage.changes.moved', { count: found.difference.moved.length })}</p>
      )}
    </div>
  )
}

function Subjects({ desk, subjects }: Readonly<{ desk: Desk; subjects: readonly Subject[] }>) {
  return (
    <ul class="subjects">
      {subjects.map(subject => {
        const at = placeOf(subject)
        return (
          <li key={subject.key} data-is={subject.is}>
            <RecordLines desk={desk} subject={subject} />
            {at && (
              <button
                type="button"
                class="quiet-button"
                onClick={() => {
                  showRecord(desk, at)
                  desk.look.set({ view: 'canvas', pane: 'block' })
                }}
              >
                {desk.t('reviewPage.changes.show')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The block a change is to be seen at. */
function placeOf({ before, after }: Subject): RecordId | null {
  const record = after ?? before
  if (record?.type === 'block') return record.id
  return record?.type === 'edge' ? record.from : null
}
