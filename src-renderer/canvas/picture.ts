import type { Coverage } from '../../src-shared/testing/coverage.ts'
import type { Selection, Trail } from '../state/workbench.ts'
import type { CanvasView } from './at-rest.ts'
import type { Colours } from './colours.ts'
import type { Scene } from './scene.ts'

/** What is drawn of the canvas: where things lie, what is looked at, and how. */
export type Picture = Readonly<{
  scene: Scene
  view: CanvasView
  colours: Colours
  selection: Selection
  trail: Trail
  /** What tests come by, while that is shown. */
  coverage: Coverage | null
  /** Device pixels per pixel. */
  ratio: number
}>
