import { ViewportPortal } from '@xyflow/react'
import { useState } from 'react'
import type { GroupId, NoteId } from '../../src-shared/document/ids.ts'
import type { NoteRecord } from '../../src-shared/document/records.ts'
import { useWorkbench } from '../state/workbench.ts'
import { areaSelector } from './area-selector.ts'
import { useCanvasView } from './canvas-view.ts'
import { CARDS_FROM_ZOOM, SHAPES_FROM_ZOOM } from './draw-scene.ts'
import { EdgeComments } from './edge-comments.tsx'
import { GroupTitle } from './group-title.tsx'
import { NoteSheet } from './note-sheet.tsx'
import type { PlacedGroup } from './placed-groups.ts'
import type { Scene } from './scene.ts'
import { useCommentCounts } from './use-comment-counts.ts'

type Props = Readonly<{ scene: Scene; rev: number }>

/** Notes and the titles of groups near the view, among React Flow's cards; the frames are drawn on the layer below. */
export function ThingsLayer({ scene, rev }: Props) {
  const [selectNoteArea] = useState(() => areaSelector(CARDS_FROM_ZOOM))
  const [selectTitleArea] = useState(() => areaSelector(SHAPES_FROM_ZOOM))
  const noteArea = useCanvasView(selectNoteArea)
  const titleArea = useCanvasView(selectTitleArea)
  const chosenNotes = useWorkbench(state => state.selection.notes)
  const chosenGroup = useWorkbench(state => state.selection.group)
  const chosen = chosenNotes?.size === 1 ? [...chosenNotes][0] : undefined
  const notes = withChosen(noteArea ? scene.notesIn(noteArea) : [], chosen && scene.notes.get(chosen))
  const groups = withChosen<PlacedGroup>(
    titleArea ? scene.groupsIn(titleArea) : [],
    chosenGroup && scene.groups.get(chosenGroup),
  )
  const document = useWorkbench(state => state.editor?.document)
  const comments = useCommentCounts(document, rev)
  return (
    <ViewportPortal>
      {groups.map(group => (
        <GroupTitle
          key={group.record.id satisfies GroupId}
          group={group}
          isChosen={chosenGroup === group.record.id}
        />
      ))}
      {notes.map((note: NoteRecord) => (
        <NoteSheet
          key={note.id satisfies NoteId}
          note={note}
          isChosen={chosenNotes?.has(note.id) ?? false}
          comments={comments.get(note.id) ?? 0}
        />
      ))}
      {noteArea && document && <EdgeComments scene={scene} document={document} rev={rev} area={noteArea} />}
    </ViewportPortal>
  )
}

/** What is chosen alone is there even when it is out of view: the focus names it. */
function withChosen<T>(near: readonly T[], chosen: T | undefined): readonly T[] {
  return chosen === undefined || near.includes(chosen) ? near : [...near, chosen]
}
