import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { FlowId, RecordId } from '../../src-shared/document/ids.ts'
import { setPreferences } from './preferences.ts'
import { NO_SELECTION, useWorkbench, type Workbench } from './workbench.ts'

let asked = 0

/** Goes to a record: shows its flow or panel, selects it, and asks views to bring it and the field at `path` into sight. */
export function showPlace(record: RecordId, path: readonly (string | number)[] | null = null): void {
  const { editor } = useWorkbench.getState()
  if (!editor?.document.get(record)) return
  asked += 1
  const isSetting = path?.[0] === 'settings'
  const place = placeOf(editor.document, record)
  if (place.flow) leaveTexts()
  useWorkbench.setState({
    ...place,
    ...(isSetting ? { dialog: 'botSettings' as const } : {}),
    goTo: { record, path, at: asked },
  })
}

/** Asks the forms that are shown to focus a field; nothing else changes. */
export function focusField(record: RecordId, path: readonly (string | number)[]): void {
  asked += 1
  useWorkbench.setState({ goTo: { record, path, at: asked } })
}

/** Asks the view to bring a record of the shown flow into sight, or nothing any more; what else is shown stays. */
export function bringIntoSight(record: RecordId | null): void {
  asked += 1
  useWorkbench.setState({ goTo: record && { record, path: null, at: asked } })
}

/** Shows a flow, with nothing selected in it. */
export function showFlow(flow: FlowId): void {
  leaveTexts()
  useWorkbench.setState({ flow, selection: NO_SELECTION, entry: null })
}

/** The table of texts shows no flow; who asks for one sees it drawn. */
function leaveTexts(): void {
  if (useWorkbench.getState().preferences.view === 'texts') void setPreferences({ view: 'canvas' })
}

function placeOf(document: BotDocument, id: RecordId): Partial<Workbench> {
  const record = document.get(id)
  switch (record?.type) {
    case 'block':
      return {
        flow: record.flow,
        selection: { blocks: new Set([record.id]), edges: new Set() },
        rightTab: 'inspector',
      }
    case 'edge':
      return {
        flow: record.flow,
        selection: { blocks: new Set(), edges: new Set([record.id]) },
        rightTab: 'inspector',
      }
    case 'flow':
      return { flow: record.id, selection: NO_SELECTION, entry: null, rightTab: 'inspector' }
    case 'bot':
      return { selection: NO_SELECTION, entry: null, rightTab: 'inspector' }
    case 'group':
      return {
        flow: record.flow,
        selection: { blocks: new Set(record.blocks), edges: new Set(), group: record.id },
        rightTab: 'inspector',
      }
    case 'note':
      return {
        flow: record.flow,
        selection: { blocks: new Set(), edges: new Set(), notes: new Set([record.id]) },
        rightTab: 'inspector',
      }
    case 'testcase':
      return { leftTab: 'tests' }
    case 'media':
      return { leftTab: 'media', selection: NO_SELECTION, entry: record.id, rightTab: 'inspector' }
    case 'waiver':
    case 'translation':
    case 'iteration':
    case 'comment':
    case 'task':
    case 'study':
      return { leftTab: 'review' }
    case 'variable':
      return { leftTab: 'variables' }
    case 'keyword':
      return { leftTab: 'keywords' }
    case 'intent':
    case 'faq':
    case 'template':
    case 'auth':
      return { leftTab: 'knowledge', selection: NO_SELECTION, entry: record.id, rightTab: 'inspector' }
    case undefined:
      return {}
  }
}
