import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewOffer } from '../../src-shared/ipc/contract.ts'
import type { Fault } from '../../src-shared/kit/result.ts'
import { useWorkbench } from '../state/workbench.ts'
import { Actions, DialogFrame } from '../versions/dialog-frame.tsx'
import { FaultMessage } from '../versions/fault-message.tsx'
import { shortDate } from '../versions/short-date.ts'
import css from '../versions/versions.module.css'
import { takeOffer } from './take-offer.ts'

/** A package that is not simply opened: its bot is here already, or its signature does not hold. */
export function OfferDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const offer = useWorkbench(state => state.offer)
  const [fault, setFault] = useState<Fault | null>(null)
  if (!offer) return null
  const { file, name, iteration, signature, here, shares } = offer
  const isBroken = signature.is === 'broken'
  const take = async (as: 'merge' | 'copy' | 'look') => {
    const refused = await takeOffer(offer, as)
    if (refused) setFault(refused)
  }
  return (
    <DialogFrame title={t('review.offer.title')} onClose={onClose}>
      <p className={css.text}>
        {iteration === null
          ? t('review.offer.of', { file, name })
          : t('review.offer.ofIteration', { file, name, number: iteration })}
      </p>
      {isBroken ? (
        <div className={css.needs} role="alert">
          <p>{t('review.offer.broken', { why: signature.why })}</p>
        </div>
      ) : (
        <Signer offer={offer} />
      )}
      {!isBroken && here && (
        <p className={css.text}>{t(shares ? 'review.offer.here' : 'review.offer.strangers')}</p>
      )}
      {fault && <FaultMessage fault={fault} onGo={onClose} />}
      <Actions onCancel={onClose}>
        <Button size="xs" variant={isBroken ? 'filled' : 'default'} onClick={() => void take('look')}>
          {t('review.offer.look')}
        </Button>
        {!isBroken && (
          <Button size="xs" variant="default" onClick={() => void take('copy')}>
            {t('review.offer.copy')}
          </Button>
        )}
        {!isBroken && here && (
          <Button size="xs" data-autofocus onClick={() => void take('merge')}>
            {t('review.offer.merge')}
          </Button>
        )}
      </Actions>
    </DialogFrame>
  )
}

function Signer({ offer: { signer } }: { offer: ReviewOffer }) {
  const { t, i18n } = useTranslation()
  if (!signer) return null
  return (
    <p className={css.hint}>
      {t('review.offer.signedBy', { name: signer.by.name, at: shortDate(signer.at, i18n.language) })}
      <br />
      {t('review.offer.key', { fingerprint: signer.fingerprint })}
      <br />
      {t(signer.known ? 'review.offer.known' : 'review.offer.new')}
    </p>
  )
}
