import { FocusTrap, TextInput } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canStandBetween } from '../../src-shared/blocks/edits/insert-on-edge.ts'
import { KINDS, type KindName } from '../../src-shared/blocks/kinds.ts'
import { searchChoices } from '../inspector/fields/choices.ts'
import type { CanvasView } from './at-rest.ts'
import { CARD } from './block-size.ts'
import styles from './canvas.module.css'
import { canvasActions } from './canvas-actions.ts'
import { useCanvasView } from './canvas-view.ts'
import { insertOnEdge } from './insert-actions.ts'
import { KindTile } from './kind-tile.tsx'

const close = () => useCanvasView.setState({ next: null })

/** Where a block shall follow: a port that was dropped on the empty canvas, or an edge it is put on. */
export function NextBlockMenu() {
  const next = useCanvasView(view => view.next)
  return next && <KindChooser next={next} />
}

/** The kinds by name: type, choose with the arrows, add with Enter; added and connected in one edit. */
function KindChooser({ next }: { next: NonNullable<CanvasView['next']> }) {
  const { t } = useTranslation()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const box = useClickOutside<HTMLDivElement>(close)
  const field = useRef<HTMLInputElement>(null)
  const fits = ({ name, hasInput }: (typeof KINDS)[number]) => (next.edge ? canStandBetween(name) : hasInput)
  const items = KINDS.filter(fits).map(({ name }) => ({
    value: name,
    label: t(`blocks.kind.${name}.name`),
    hint: t(`blocks.kind.${name}.help`),
  }))
  const found = searchChoices([{ group: null, items }], sought)[0]?.items ?? []
  const chosen = found[Math.min(at, found.length - 1)]
  const add = (kind: KindName) => {
    close()
    if (next.edge) insertOnEdge(kind, next.edge)
    else if (next.from) canvasActions.add(kind, { x: next.at.x, y: next.at.y - CARD.header / 2 }, next.from)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter' && chosen) add(chosen.value as KindName)
    else if (event.key === 'Escape') {
      close()
      canvasActions.focus()
    } else if (step !== 0 && found.length > 0)
      setAt(index => (Math.min(index, found.length - 1) + step + found.length) % found.length)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useInWindow(box, next.screen)
  // At once, and not a moment later as the trap does it: the first key typed must not be one of the canvas.
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  return (
    // The trap puts its own ref in the place of the child's.
    <FocusTrap active innerRef={box}>
      <div
        className={styles.kinds}
        role="dialog"
        aria-label={t('canvas.next')}
        style={{ left: next.screen.x, top: next.screen.y }}
      >
        <TextInput
          ref={field}
          size="xs"
          role="combobox"
          aria-expanded
          aria-controls="kinds-list"
          aria-activedescendant={chosen ? `kind-${chosen.value}` : undefined}
          aria-label={t('canvas.next')}
          placeholder={t('canvas.findBlock')}
          leftSection={<IconSearch size={14} />}
          value={sought}
          data-autofocus
          onChange={event => {
            setSought(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <div id="kinds-list" className={styles.kindList} role="listbox" aria-label={t('canvas.next')}>
          {found.map(kind => (
            <div
              key={kind.value}
              id={`kind-${kind.value}`}
              className={styles.kind}
              role="option"
              tabIndex={-1}
              aria-selected={kind === chosen}
              title={kind.hint}
              ref={element => {
                if (kind === chosen) element?.scrollIntoView({ block: 'nearest' })
              }}
              onPointerDown={event => event.preventDefault()}
              onClick={() => add(kind.value as KindName)}
              onKeyDown={() => {}}
            >
              <KindTile kind={kind.value as KindName} size={22} />
              {kind.label}
            </div>
          ))}
        </div>
        {found.length === 0 && <p className={styles.noKind}>{t('canvas.noBlock', { sought })}</p>}
      </div>
    </FocusTrap>
  )
}

/** Moves a box that would reach out of the window back into it. */
function useInWindow(box: { current: HTMLDivElement | null }, screen: { x: number; y: number }): void {
  const moved = useRef<typeof screen | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element || moved.current === screen) return
    moved.current = screen
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(8, Math.min(screen.x, innerWidth - width - 8))}px`
    element.style.top = `${Math.max(8, Math.min(screen.y, innerHeight - height - 8))}px`
  }, [box, screen])
}
