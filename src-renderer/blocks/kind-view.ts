import type { ComponentType } from 'react'
import type { BlockRecord } from '../../src-shared/document/records.ts'
import type { DataOf, KindName } from '../../src-shared/blocks/kinds.ts'

/** What a form gets: the block, its data, and the way to change it. One call is one edit of the history. */
export type FormProps<Data> = Readonly<{ block: BlockRecord; data: Data; onChange: (data: Data) => void }>

/** The pixels of a block kind; what it is and does is in src-shared/blocks/<name>.ts. */
export type KindView<Name extends KindName = KindName> = Readonly<{
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  Form: ComponentType<FormProps<DataOf<Name>>>
}>
