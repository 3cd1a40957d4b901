// Loaded into either app with `-r`: says on standard output when the page is ready to be used, then ends the app.
const { app } = require('electron')

// Resolves when the page says it is ready and that has been painted.
const WHEN_READY = `new Promise(resolve => {
  const root = document.documentElement
  const done = () => requestAnimationFrame(() => resolve())
  if (root.dataset.ready === 'true') return done()
  new MutationObserver((_, observer) => {
    if (root.dataset.ready !== 'true') return
    observer.disconnect()
    done()
  }).observe(root, { attributes: true })
})`

app.on('web-contents-created', (_, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(WHEN_READY)
    process.stdout.write('READY\n', () => app.exit(0))
  })
})
