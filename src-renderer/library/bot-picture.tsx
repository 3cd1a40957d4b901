import { useState } from 'react'
import type { BotId } from '../../src-shared/document/ids.ts'
import { hueOf, initialsOf } from './initials.ts'
import styles from './library.module.css'

type Props = Readonly<{ bot: BotId; name: string; picture: string | null; small?: boolean }>

/** A bot's own picture, or its initials where it has none or the file is not in this library (NHN-09). */
export function BotPicture({ bot, name, picture, small = false }: Props) {
  const [missing, setMissing] = useState<string | null>(null)
  if (picture && picture !== missing)
    return (
      <img
        className={styles.avatar}
        data-small={small}
        src={`/media/${picture}`}
        alt=""
        onError={() => setMissing(picture)}
      />
    )
  return (
    <span className={styles.avatar} data-small={small} data-hue={hueOf(bot)} aria-hidden>
      {initialsOf(name)}
    </span>
  )
}
