import type { MessageOption } from '../../src-shared/message/message.ts'
import css from './simulator.module.css'
import { say } from './talk.ts'

type Props = Readonly<{ options: readonly MessageOption[]; canAnswer: boolean; isNumbered?: boolean }>

/** What can be answered with a tap, and the number that says the same when it is typed. */
export function OptionButtons({ options, canAnswer, isNumbered = true }: Props) {
  return (
    <div className={css.options}>
      {options.map(({ id, label, description, number }, at) => (
        <button
          key={id}
          type="button"
          className={css.option}
          disabled={!canAnswer}
          onClick={() => say({ text: label, option: id })}
        >
          {isNumbered && <span className={css.number}>{number ?? at + 1}</span>}
          <span className={css.optionWords}>
            <span dir="auto">{label}</span>
            {description && (
              <span className={css.optionMore} dir="auto">
                {description}
              </span>
            )}
          </span>
        </button>
      ))}
    </div>
  )
}
