import { IconCircleX } from '@tabler/icons-react'
import type { Problem } from '../../src-shared/kit/result.ts'
import { PlaceList } from './place-list.tsx'
import css from './versions.module.css'

type Props = Readonly<{
  fault: Readonly<{ message: string; problems?: readonly Problem[] | undefined }>
  onGo: () => void
}>

/** What went wrong, and the places in the bot that it is about; going to one calls `onGo`. */
export function FaultMessage({ fault: { message, problems = [] }, onGo }: Props) {
  return (
    <div className={css.fault} role="alert">
      <IconCircleX size={14} aria-hidden />
      <div>
        <p>{message}</p>
        <PlaceList places={problems} onGo={onGo} />
      </div>
    </div>
  )
}
