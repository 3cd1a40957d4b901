import i18next from 'i18next'
import type { FlowId } from '../../src-shared/document/ids.ts'
import { blockTitle } from '../blocks/block-title.ts'
import { portName } from '../blocks/port-name.ts'
import { Scene } from '../canvas/scene.ts'
import { client } from '../ipc/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { shownFlow } from '../state/open-bot.ts'
import { useWorkbench } from '../state/workbench.ts'
import { type FlowSvg, flowSvg } from './flow-svg.ts'
import { pngOf } from './png-of.ts'

export type ExportFormat = 'svg' | 'png' | 'pdf'

/** Work that takes longer is told of. Milliseconds. */
const LONG_MS = 500

/** Writes a flow as a picture to a file the person chooses; by default the one that is shown. */
export async function exportFlow(format: ExportFormat, flow: FlowId | null = shownFlow()): Promise<void> {
  flushDrafts()
  const picture = flow && pictureOf(flow)
  if (!picture) return
  const { name } = picture
  const told = setTimeout(() => tell('info', i18next.t('export.busy', { name })), LONG_MS)
  const made = await save(format, picture.drawn, name).finally(() => clearTimeout(told))
  if (!made.ok) tell('error', made.message)
  else if (made.value === null) useWorkbench.setState({ banner: null })
  else if (made.percent < 100)
    tell('success', i18next.t('export.scaled', { file: made.value.file, percent: made.percent }))
  else tell('success', i18next.t('export.done', { file: made.value.file }))
}

function pictureOf(flow: FlowId): { name: string; drawn: FlowSvg } | null {
  const { editor, locale } = useWorkbench.getState()
  const record = editor?.document.get(flow)
  if (!editor || !record) return null
  const { document } = editor
  const { t } = i18next
  const scene = new Scene().update(document, flow, locale, t)
  const drawn = flowSvg({
    name: record.name,
    blocks: [...scene.blocks.values()],
    edges: [...scene.edges.values()],
    notes: [...document.all('note')].filter(note => note.flow === flow),
    groups: [...document.all('group')].filter(group => group.flow === flow),
    titleOf: block => blockTitle(t, block.record),
    portOf: (block, port) => portName(t, block.record, port, [locale]),
  })
  return { name: record.name, drawn }
}

async function save(format: ExportFormat, { svg, width, height }: FlowSvg, name: string) {
  if (format === 'svg') return { ...(await client['export.save']({ format, name, svg })), percent: 100 }
  if (format === 'pdf')
    return { ...(await client['export.save']({ format, name, svg, width, height })), percent: 100 }
  const { png, scale } = await pngOf({ svg, width, height })
  return { ...(await client['export.save']({ format, name, png })), percent: Math.round(scale * 100) }
}

function tell(tone: 'info' | 'success' | 'error', message: string): void {
  useWorkbench.setState({ banner: { tone, message } })
}
