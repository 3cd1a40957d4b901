import { useState } from 'react'
import type { BotId } from '../../src-shared/document/ids.ts'
import { hueOf, initialsOf } from '../library/initials.ts'
import css from './bot-avatar.module.css'
import { fileSource } from './file-source.ts'

type Props = Readonly<{ name: string; id: BotId; hash: string | null; size: number }>

/** The picture of a bot, or its initials (requirements.md NHN-09); its name stands beside it. */
export function BotAvatar({ name, id, hash, size }: Props) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span className={css.avatar} data-hue={hueOf(id)} style={{ width: size, height: size }} aria-hidden>
      {hash !== null && hash !== broken ? (
        <img src={fileSource(hash)} alt="" decoding="async" onError={() => setBroken(hash)} />
      ) : (
        initialsOf(name)
      )}
    </span>
  )
}
