import {
  IconBuildingBank,
  IconBuildingHospital,
  IconFile,
  IconFileText,
  IconHeadset,
  IconId,
  IconListCheck,
  IconMessageReply,
  IconQuestionMark,
  IconSend,
  IconShieldCheck,
  IconShoppingBag,
  IconShoppingCart,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BEGINNINGS, type Beginning } from './beginnings.ts'
import styles from './new-bot.module.css'

const ICONS: Readonly<Record<Beginning, typeof IconFile>> = {
  blank: IconFile,
  services: IconListCheck,
  autoresponder: IconMessageReply,
  infobot: IconQuestionMark,
  databot: IconFileText,
  proactive: IconSend,
  commerce: IconShoppingCart,
  'customer-service': IconHeadset,
  'lead-generation': IconTargetArrow,
  kyc: IconId,
  'hr-services': IconUsers,
  'financial-services': IconBuildingBank,
  insurance: IconShieldCheck,
  casey: IconBuildingHospital,
  orders: IconShoppingBag,
}

type Props = Readonly<{ chosen: Beginning; onChoose: (beginning: Beginning) => void }>

/** What a bot can begin as: one group of radio buttons, so that the arrows go through all of them. */
export function BeginningList({ chosen, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.beginnings} role="radiogroup" aria-label={t('newBot.beginWith')}>
      {BEGINNINGS.map(({ group, items }) => (
        <section key={group}>
          <h3 className={styles.group}>{t(`newBot.group.${group}`)}</h3>
          {items.map(id => {
            const Icon = ICONS[id]
            return (
              <label key={id} className={styles.beginning} data-chosen={id === chosen}>
                <input
                  type="radio"
                  name="beginning"
                  className={styles.radio}
                  checked={id === chosen}
                  onChange={() => onChoose(id)}
                />
                <Icon size={16} stroke={1.6} aria-hidden />
                <span>{t(`newBot.beginning.${id}.name`)}</span>
              </label>
            )
          })}
        </section>
      ))}
    </div>
  )
}
