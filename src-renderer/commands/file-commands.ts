import type { ExportFormat } from '../export/export-flow.ts'
import { exportPackage, importPackage, showLibrary } from '../library/library-actions.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { Command } from './command.ts'
import { always, dialog, inBot, ofWorkingCopy } from './conditions.ts'

/** The library, packages, and what a bot is written out as. */
export const FILE_COMMANDS: readonly Command[] = [
  { id: 'library.show', group: 'file', shortcuts: ['mod+o'], enabled: always, run: () => void showLibrary() },
  { id: 'bot.new', group: 'file', shortcuts: ['mod+n'], enabled: always, run: dialog('newBot') },
  {
    id: 'package.import',
    group: 'file',
    shortcuts: ['mod+shift+o'],
    enabled: always,
    run: () => void importPackage(),
  },
  {
    id: 'package.export',
    group: 'file',
    shortcuts: ['mod+shift+e'],
    enabled: inBot,
    run: ofWorkingCopy(exportOpenBot),
  },
  {
    id: 'export.png',
    group: 'file',
    shortcuts: ['mod+alt+g'],
    enabled: inBot,
    run: () => void exportAs('png'),
  },
  {
    id: 'export.svg',
    group: 'file',
    shortcuts: ['mod+alt+v'],
    enabled: inBot,
    run: () => void exportAs('svg'),
  },
  {
    id: 'export.pdf',
    group: 'file',
    shortcuts: ['mod+alt+f'],
    enabled: inBot,
    run: () => void exportAs('pdf'),
  },
  {
    id: 'review.file',
    group: 'file',
    shortcuts: ['mod+alt+shift+g'],
    enabled: inBot,
    run: () => void exportForReview('html'),
  },
  {
    id: 'review.specification',
    group: 'file',
    shortcuts: ['mod+alt+shift+f'],
    enabled: inBot,
    run: () => void exportForReview('pdf'),
  },
  {
    id: 'review.comments',
    group: 'file',
    shortcuts: ['mod+alt+shift+r'],
    enabled: inBot,
    run: ofWorkingCopy(dialog('comments')),
  },
  { id: 'settings.show', group: 'file', shortcuts: ['mod+,'], enabled: always, run: dialog('settings') },
]

function exportOpenBot(): void {
  const { bot } = useWorkbench.getState()
  if (bot) void exportPackage(bot)
}

async function exportAs(format: ExportFormat): Promise<void> {
  const { exportFlow } = await import('../export/export-flow.ts')
  await exportFlow(format)
}

async function exportForReview(format: 'html' | 'pdf'): Promise<void> {
  const { exportReviewFile } = await import('../export/export-review-file.ts')
  await exportReviewFile(format)
}
