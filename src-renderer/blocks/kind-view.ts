import type { ComponentType } from 'react'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import type { Changes } from '../../src-shared/edit/edit.ts'

/**
 * What a form gets: the block, its data, and the way to change it. A change is a function of the data as it is when
 * the edit is made, since two fields may finish at once. One call is one edit, with what `also` holds, such as a new
 * variable. Returns whether it was done.
 */
export type FormProps<Data> = Readonly<{
  block: BlockRecord
  data: Data
  change: (map: (data: Data) => Data, also?: Changes) => boolean
}>

export type KindIcon = ComponentType<{ size?: number | string; stroke?: number | string }>

/** The sign of a block kind; what it is and does is in src-shared/blocks/<name>.ts. */
export type KindView = Readonly<{ icon: KindIcon }>
