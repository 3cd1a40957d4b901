import { lazy, Suspense } from 'react'
import { ID_PREFIX, type MediaId } from '../../src-shared/document/ids.ts'
import { useDocument } from '../state/edits.ts'
import { shownFlow } from '../state/open-bot.ts'
import { type EntryId, useWorkbench } from '../state/workbench.ts'
import { BlockInspector } from './block-inspector.tsx'
import { BotSettings } from './bot-settings.tsx'
import { EdgeInspector } from './edge-inspector.tsx'
import { FlowSettings } from './flow-settings.tsx'
import { GroupInspector } from './group-inspector.tsx'
import css from './inspector.module.css'
import { ManyInspector } from './many-inspector.tsx'
import { NoteInspector } from './note-inspector.tsx'

const EntryInspector = lazy(async () => ({
  default: (await import('../knowledge/entry-inspector.tsx')).EntryInspector,
}))

const FileInspector = lazy(async () => ({
  default: (await import('../media/file-inspector.tsx')).FileInspector,
}))

function isFile(entry: EntryId): entry is MediaId {
  return entry.startsWith(`${ID_PREFIX.media}_`)
}

/**
 * The form of what is selected: one block, one edge, several things, an entry of the knowledge, or else the flow and the
 * bot.
 */
export function Inspector() {
  return (
    <div className={css.inspector} data-inspector>
      <Selected />
    </div>
  )
}

function Selected() {
  const document = useDocument()
  const selection = useWorkbench(state => state.selection)
  const entry = useWorkbench(state => state.entry)
  if (!document) return null
  const blocks = [...selection.blocks].flatMap(id => document.get(id) ?? [])
  const edges = [...selection.edges].flatMap(id => document.get(id) ?? [])
  const notes = [...(selection.notes ?? [])].flatMap(id => document.get(id) ?? [])
  const group = selection.group && document.get(selection.group)
  const [block] = blocks
  const [note] = notes
  const [edge] = edges
  if (group)
    return (
      <>
        <GroupInspector key={group.id} group={group} />
        <ManyInspector blocks={blocks} edges={edges} notes={notes} />
      </>
    )
  if (note && notes.length + blocks.length === 1) return <NoteInspector key={note.id} note={note} />
  if (block && blocks.length + notes.length === 1) return <BlockInspector key={block.id} block={block} />
  if (blocks.length + notes.length > 1 || edges.length > 1)
    return <ManyInspector blocks={blocks} edges={edges} notes={notes} />
  if (edge) return <EdgeInspector key={edge.id} edge={edge} />
  if (entry && document.get(entry))
    return (
      <Suspense fallback={null}>
        {isFile(entry) ? <FileInspector key={entry} id={entry} /> : <EntryInspector key={entry} id={entry} />}
      </Suspense>
    )
  const flow = shownFlow()
  const record = flow && document.get(flow)
  return (
    <>
      {record && <FlowSettings key={record.id} flow={record} />}
      <BotSettings bot={document.bot} />
    </>
  )
}
