import { wordDifference } from '../../src-shared/compare/word-difference.ts'
import styles from './compare.module.css'

/** A text with what went struck out and what came underlined, in the order it is read. */
export function WordPieces({ before, after }: { before: string; after: string }) {
  const pieces = wordDifference(before, after)
  return (
    <span className={styles.words}>
      {pieces.map(({ is, text }, at) => {
        const key = `${at} ${text}`
        if (is === 'same') return <span key={key}>{text}</span>
        return is === 'added' ? (
          <ins key={key} className={styles.ins}>
            {text}
          </ins>
        ) : (
          <del key={key} className={styles.del}>
            {text}
          </del>
        )
      })}
    </span>
  )
}
