import i18next from 'i18next'
import { languageName } from '../../src-renderer/inspector/fields/language-name.ts'
import { iterationsOf, newestIteration, openBlocking } from '../../src-shared/review/threads.ts'
import type { Desk } from '../look.ts'

/** What this is, of when, and the place to sign it. */
export function Cover({ desk: { t, page, reviewer } }: Readonly<{ desk: Desk }>) {
  const { document, by, at } = page.bots
  const { bot } = document
  const pass = iterationsOf(page.bots.document).length > 0 ? newestIteration(document) : null
  const time = (when: number) => new Intl.DateTimeFormat(i18next.language, { dateStyle: 'long' }).format(when)
  const facts: readonly (readonly [string, string])[] = [
    ...(pass
      ? ([
          [t('reviewPage.spec.pass'), t('reviewPage.pass', { number: pass.number, version: pass.version })],
          [t('reviewPage.spec.state'), t(`reviewPage.spec.states.${pass.state}`)],
        ] as const)
      : []),
    [t('reviewPage.spec.made'), by ? t('reviewPage.madeBy', { time: time(at), name: by }) : time(at)],
    [
      t('reviewPage.spec.languages'),
      bot.locales.map(locale => languageName(locale, i18next.language)).join(', '),
    ],
    [t('reviewPage.spec.blocks'), String(document.count('block'))],
    [t('reviewPage.spec.openBlocking'), String(openBlocking(reviewer.document).length)],
  ]
  return (
    <section class="cover">
      <h1>{bot.name}</h1>
      {bot.description && <p>{bot.description}</p>}
      {pass?.note && <p>{pass.note}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="sign only-print">
        <p>{t('reviewPage.spec.approvedBy')}</p>
        <p>{t('reviewPage.spec.date')}</p>
      </div>
    </section>
  )
}
