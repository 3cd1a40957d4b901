import { create } from 'zustand'
import { AT_REST, type CanvasView } from './at-rest.ts'

export const useCanvasView = create<CanvasView>()(() => ({
  viewport: { x: 0, y: 0, zoom: 1 },
  size: { width: 0, height: 0 },
  ...AT_REST,
}))
