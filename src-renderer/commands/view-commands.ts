import { canvasActions } from '../canvas/canvas-actions.ts'
import { openSubFlow, presentPath, selectedCaller, stepOutOfFlow } from '../state/flow-path.ts'
import { setPreferences } from '../state/preferences.ts'
import { showView, switchView } from '../state/show-view.ts'
import { useWorkbench } from '../state/workbench.ts'
import type { Command } from './command.ts'
import { always, hasThings, inBot, isComparing, onCanvas } from './conditions.ts'

/** What is seen, and where one is. */
export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'flow.open',
    group: 'view',
    shortcuts: ['alt+arrowright'],
    enabled: state => inBot(state) && selectedCaller() !== null,
    run: openSelectedFlow,
  },
  {
    id: 'flow.back',
    group: 'view',
    shortcuts: ['alt+arrowleft'],
    enabled: state => inBot(state) && presentPath().length > 0,
    run: () => void stepOutOfFlow(),
  },
  {
    id: 'view.zoomIn',
    group: 'view',
    shortcuts: ['mod+=', 'mod++'],
    enabled: onCanvas,
    run: () => canvasActions.zoomBy(1.25),
  },
  {
    id: 'view.zoomOut',
    group: 'view',
    shortcuts: ['mod+-'],
    enabled: onCanvas,
    run: () => canvasActions.zoomBy(0.8),
  },
  {
    id: 'view.actualSize',
    group: 'view',
    shortcuts: ['mod+0'],
    enabled: onCanvas,
    run: () => canvasActions.zoomTo(1),
  },
  { id: 'view.fit', group: 'view', shortcuts: ['mod+1'], enabled: onCanvas, run: () => canvasActions.fit() },
  {
    id: 'view.fitSelection',
    group: 'view',
    shortcuts: ['mod+2'],
    enabled: state => onCanvas(state) && hasThings(state),
    run: () => canvasActions.fitSelection(),
  },
  { id: 'view.switch', group: 'view', shortcuts: ['mod+shift+s'], enabled: inBot, run: switchView },
  {
    id: 'view.texts',
    group: 'view',
    shortcuts: ['mod+alt+x'],
    enabled: inBot,
    run: () => showView('texts'),
  },
  { id: 'view.left', group: 'view', shortcuts: ['mod+b'], enabled: inBot, run: () => toggle('leftOpen') },
  {
    id: 'view.right',
    group: 'view',
    shortcuts: ['mod+alt+b'],
    enabled: inBot,
    run: () => toggle('rightOpen'),
  },
  {
    id: 'language.system',
    group: 'view',
    shortcuts: ['mod+alt+0'],
    enabled: always,
    run: () => void setPreferences({ language: 'system' }),
  },
  {
    id: 'language.en',
    group: 'view',
    shortcuts: ['mod+alt+1'],
    enabled: always,
    run: () => void setPreferences({ language: 'en' }),
  },
  {
    id: 'language.ptBR',
    group: 'view',
    shortcuts: ['mod+alt+2'],
    enabled: always,
    run: () => void setPreferences({ language: 'pt-BR' }),
  },
  {
    id: 'language.es',
    group: 'view',
    shortcuts: ['mod+alt+3'],
    enabled: always,
    run: () => void setPreferences({ language: 'es' }),
  },
  {
    id: 'change.next',
    group: 'view',
    shortcuts: ['f7'],
    enabled: isComparing,
    run: () => void stepChange(1),
  },
  {
    id: 'change.previous',
    group: 'view',
    shortcuts: ['shift+f7'],
    enabled: isComparing,
    run: () => void stepChange(-1),
  },
]

async function stepChange(by: 1 | -1): Promise<void> {
  const { stepChange } = await import('../compare/compare-actions.ts')
  stepChange(by)
}

function openSelectedFlow(): void {
  const block = selectedCaller()
  if (block) openSubFlow(block.id)
}

function toggle(side: 'leftOpen' | 'rightOpen'): void {
  const { preferences } = useWorkbench.getState()
  void setPreferences({ [side]: !preferences[side] })
}
