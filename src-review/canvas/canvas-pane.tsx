import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Box } from '../../src-renderer/canvas/box.ts'
import { readColours } from '../../src-renderer/canvas/colours.ts'
import { CARDS_FROM_ZOOM, SHAPES_FROM_ZOOM } from '../../src-renderer/canvas/draw-scene.ts'
import { Scene } from '../../src-renderer/canvas/scene.ts'
import type { BotDocument } from '../../src-shared/document/bot-document.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { useCommentCounts } from '../comments/comment-counts.ts'
import { type Desk, shownDocument } from '../look.ts'
import { BlockButton } from './block-button.tsx'
import { canvasKey } from './canvas-keys.ts'
import { type ChangeMark, changeMarks } from './change-marks.ts'
import { PaneView } from './pane-view.ts'

type Area = Readonly<{ box: Box; nearness: 'far' | 'shapes' | 'cards' }>

/** The shown flow to pan and zoom: drawn by the app's own code, with cards that can be read, chosen and walked. */
export function CanvasPane({ desk }: Readonly<{ desk: Desk }>) {
  const { t, look, page } = desk
  const { flow, locale, theme, chosen, trail, goTo } = look.use(look => look)
  const document = shownDocument(desk)
  const scene = useMemo(() => new Scene().update(document, flow, locale, t), [document, flow, locale, t])
  const marks = useMemo(() => changeMarks(page.bots), [page])
  const [view] = useState(() => new PaneView())
  const [area, setArea] = useState<Area | null>(null)
  const pane = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const cards = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!pane.current || !canvas.current || !cards.current) return
    const elements = { pane: pane.current, canvas: canvas.current, cards: cards.current }
    return view.attach(elements, (box, zoom) => setArea(area => nextArea(area, box, zoom)))
  }, [view])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language changes the scene, and not the place
  useLayoutEffect(() => view.begin(scene), [view, document, flow])
  useLayoutEffect(() => {
    // The tokens are read again when the theme changes.
    const colours = readColours(window.document.documentElement)
    view.show({ scene, colours, trail, chosen: chosen as BlockId | null, marks, theme })
  }, [view, scene, trail, chosen, marks, theme])
  useEffect(() => {
    if (goTo && scene) view.bringIn(goTo.record as BlockId)
  }, [view, goTo, scene])
  return (
    <div class="canvas-pane">
      {/* biome-ignore lint/a11y/useSemanticElements: a canvas is no fieldset */}
      <div
        ref={pane}
        class="canvas"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas takes the keys that walk and zoom it
        tabIndex={0}
        aria-label={t('reviewPage.canvas.name', { flow: document.get(flow)?.name ?? '' })}
        onKeyDown={event => canvasKey(event, { desk, view, scene })}
      >
        <canvas ref={canvas} class="paint" />
        <div ref={cards} class="cards">
          {area && <Things {...{ desk, view, scene, area, document, marks }} />}
        </div>
      </div>
      <div class="zoom" role="toolbar" aria-label={t('reviewPage.canvas.zoom')}>
        <button type="button" onClick={() => view.zoomBy(0.8)} aria-label={t('reviewPage.canvas.out')}>
          −
        </button>
        <button type="button" onClick={() => view.zoomBy(1.25)} aria-label={t('reviewPage.canvas.in')}>
          +
        </button>
        <button type="button" onClick={() => view.fit()}>
          {t('reviewPage.canvas.fit')}
        </button>
      </div>
    </div>
  )
}

type ThingsProps = Readonly<{
  desk: Desk
  view: PaneView
  scene: Scene
  area: Area
  document: BotDocument
  marks: ReadonlyMap<string, ChangeMark>
}>

/** What is mounted near the view: the titles of groups, notes, and blocks as cards. */
function Things({ desk, view, scene, area: { box, nearness }, document, marks }: ThingsProps) {
  const { t, look } = desk
  const { locale, chosen, trail } = look.use(look => look)
  const counts = useCommentCounts(desk)
  const [choose] = useState(() => (id: BlockId) => look.set({ chosen: id, pane: 'block' }))
  useEffect(() => view.focusWanted())
  const glowOf = (id: BlockId) => (trail.active === id ? 'active' : trail.blocks.has(id) ? 'path' : null)
  if (nearness === 'far') return null
  return (
    <>
      {scene.groupsIn(box).map(({ record, box: { left, top } }) => (
        <span key={record.id} class="group-title" style={{ left: `${left + 12}px`, top: `${top - 22}px` }}>
          {record.title}
        </span>
      ))}
      {nearness === 'cards' &&
        scene.notesIn(box).map(({ id, hue, x, y, width, height, text }) => (
          <div
            key={id}
            class="note"
            data-hue={hue}
            style={{ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` }}
          >
            {text}
          </div>
        ))}
      {nearness === 'cards' &&
        scene
          .blocksIn(box)
          .map(block => (
            <BlockButton
              key={block.record.id}
              {...{ t, document, locale, block, onChoose: choose }}
              isChosen={chosen === block.record.id}
              glow={glowOf(block.record.id)}
              change={marks.get(block.record.id) ?? null}
              comments={counts.get(block.record.id) ?? 0}
            />
          ))}
    </>
  )
}

/** The same one as long as nothing else has to be mounted: pans and zooms within it draw no component. */
function nextArea(area: Area | null, box: Box, zoom: number): Area {
  const nearness = zoom >= CARDS_FROM_ZOOM ? 'cards' : zoom >= SHAPES_FROM_ZOOM ? 'shapes' : 'far'
  return area?.box === box && area.nearness === nearness ? area : { box, nearness }
}
