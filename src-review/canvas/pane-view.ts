import type { Box, Look } from '../../src-renderer/canvas/box.ts'
import { firstView, viewOf } from '../../src-renderer/canvas/first-view.ts'
import type { Scene } from '../../src-renderer/canvas/scene.ts'
import type { BlockId } from '../../src-shared/document/ids.ts'
import { type Drawn, drawPage } from './draw-page.ts'
import { listenToGestures } from './gestures.ts'
import { type Viewport, withInSight, zoomedAt } from './view.ts'

/** Cards are mounted this far beyond what is seen, so that a small pan mounts none. Screen pixels. */
const BESIDE = 240

const CARD_ID = 'card-'.length

type Elements = Readonly<{ pane: HTMLElement; canvas: HTMLCanvasElement; cards: HTMLElement }>

/** Where one looks: changes by gestures, draws at most once a frame, and says when other cards have to be mounted. */
export class PaneView {
  private viewport: Viewport = { x: 0, y: 0, zoom: 1 }
  private size: Look['size'] = { width: 0, height: 0 }
  private elements: Elements | null = null
  private drawn: Omit<Drawn, 'look'> | null = null
  private area: Box | null = null
  private frame = 0
  private wanted: BlockId | null = null
  private onArea: (area: Box, zoom: number) => void = () => {}

  /** Answers how to stop. */
  attach(elements: Elements, onArea: (area: Box, zoom: number) => void): () => void {
    this.elements = elements
    this.onArea = onArea
    this.measure()
    const stop = listenToGestures(elements.pane, next => this.change(next))
    const observer = new ResizeObserver(() => {
      this.measure()
      this.drawSoon()
    })
    observer.observe(elements.pane)
    const onFocus = ({ target }: FocusEvent) => {
      const id =
        (target as HTMLElement).matches('.card:focus-visible') && (target as HTMLElement).id.slice(CARD_ID)
      if (id) this.bringIn(id as BlockId)
    }
    elements.pane.addEventListener('focusin', onFocus)
    return () => {
      elements.pane.removeEventListener('focusin', onFocus)
      stop()
      observer.disconnect()
      cancelAnimationFrame(this.frame)
    }
  }

  show(drawn: Omit<Drawn, 'look'>): void {
    this.drawn = drawn
    this.draw()
  }

  /** Another flow is looked at from its beginning. */
  begin(scene: Scene): void {
    const bounds = scene.bounds()
    const blocks = [...scene.blocks.values()]
    const entry = blocks.find(({ hasInput }) => !hasInput) ?? blocks[0]
    this.area = null
    if (bounds && entry) this.viewport = firstView(bounds, entry.box, this.size)
  }

  change(next: (viewport: Viewport) => Viewport): void {
    this.viewport = next(this.viewport)
    this.drawSoon()
  }

  fit(): void {
    const bounds = this.drawn?.scene.bounds()
    if (bounds) this.change(() => viewOf(bounds, this.size))
  }

  zoomBy(factor: number): void {
    const middle = { x: this.size.width / 2, y: this.size.height / 2 }
    this.change(viewport => zoomedAt(viewport, middle, factor))
  }

  bringIn(id: BlockId): void {
    const block = this.drawn?.scene.blocks.get(id)
    if (!block) return
    this.viewport = withInSight(this.viewport, this.size, block.box)
    this.draw()
  }

  /** The card of a block takes the focus as soon as it is mounted. */
  focusSoon(id: BlockId): void {
    this.wanted = id
  }

  focusWanted(): void {
    const card = this.wanted && document.getElementById(`card-${this.wanted}`)
    if (!card) return
    this.wanted = null
    card.focus({ preventScroll: true })
  }

  private measure(): void {
    const { clientWidth: width = 0, clientHeight: height = 0 } = this.elements?.pane ?? {}
    this.size = { width, height }
  }

  private drawSoon(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    const { elements, drawn } = this
    if (!elements || !drawn) return
    const { x, y, zoom } = this.viewport
    drawPage(elements.canvas, { ...drawn, look: { viewport: this.viewport, size: this.size } })
    elements.cards.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`
    this.area = nextArea(this.area, this.viewport, this.size)
    this.onArea(this.area, zoom)
  }
}

/** The part in which things are mounted; the same one as long as what is seen lies in it. */
function nextArea(area: Box | null, { x, y, zoom }: Viewport, { width, height }: Look['size']): Box {
  const seen = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom }
  const by = BESIDE / zoom
  const isIn =
    area !== null &&
    seen.left >= area.left &&
    seen.top >= area.top &&
    seen.right <= area.right &&
    seen.bottom <= area.bottom &&
    area.right - area.left <= seen.right - seen.left + 4 * by
  if (isIn) return area
  return { left: seen.left - by, top: seen.top - by, right: seen.right + by, bottom: seen.bottom + by }
}
