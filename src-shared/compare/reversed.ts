import type { Difference, RecordDifference } from './difference.ts'

/** The same difference seen from the other side; its parts keep their ids. */
export function reversed({ before, after, content, design, moved }: Difference): Difference {
  return {
    before: after,
    after: before,
    content: content.map(reversedRecord),
    design: design.map(reversedRecord),
    moved: moved.map(move => ({ ...move, from: move.to, to: move.from })),
  }
}

const OPPOSITE = { added: 'removed', removed: 'added', changed: 'changed' } as const

function reversedRecord({ is, before, after, fields, ...rest }: RecordDifference): RecordDifference {
  return {
    ...rest,
    is: OPPOSITE[is],
    before: after,
    after: before,
    fields: fields.map(field => ({ ...field, before: field.after, after: field.before })),
  }
}
