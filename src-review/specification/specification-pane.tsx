import type { Desk } from '../look.ts'
import { Brief } from './brief.tsx'
import { Cover } from './cover.tsx'
import { FlowPart } from './flow-part.tsx'
import { Onboarding } from './onboarding.tsx'
import { Tables } from './tables.tsx'

/** Everything there is to sign off, in the order it is read on paper; the browser prints it or saves it as PDF. */
export function SpecificationPane({ desk }: Readonly<{ desk: Desk }>) {
  const { t, page } = desk
  const { document } = page.bots
  const { mainFlow } = document.bot
  const flows = [...document.all('flow')].sort(
    (a, b) => Number(b.id === mainFlow) - Number(a.id === mainFlow),
  )
  return (
    <div class="reading specification">
      <div class="row no-print">
        <button type="button" class="primary" onClick={() => window.print()}>
          {t('reviewPage.spec.print')}
        </button>
        <span class="quiet">{t('reviewPage.spec.printHint')}</span>
      </div>
      <Cover desk={desk} />
      <Brief desk={desk} />
      {flows.map(flow => (
        <FlowPart key={flow.id} desk={desk} flow={flow} />
      ))}
      <Tables desk={desk} />
      <Onboarding desk={desk} />
    </div>
  )
}
