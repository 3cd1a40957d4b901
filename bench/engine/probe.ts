/** Loaded beside an engine started with --expose-gc: says how much of its memory is in use when asked. */
process.on('message', () => {
  globalThis.gc?.()
  globalThis.gc?.()
  process.send?.(process.memoryUsage().rss)
})
process.channel?.unref()
