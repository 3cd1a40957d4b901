/** Stands where a part of the window is still being fetched; a picture of the window waits until there is none. */
export function Loading() {
  return <div data-loading />
}
