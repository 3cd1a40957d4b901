import type { EventEmitter } from 'node:events'
import { fileArgument } from './file-argument.ts'
import type { FileInbox } from './file-inbox.ts'

/** What is needed of Electron's app. */
type Asked = Pick<EventEmitter, 'on'> & Readonly<{ getAppPath(): string }>

/**
 * Hears what the system asks to open while Parley runs: elsewhere by starting it again, on macOS by an event, which may
 * come before the app is ready. So this is called before anything waits. `show` brings the window to the front.
 */
export function hearOpenRequests(app: Asked, inbox: FileInbox, show: () => void): void {
  app.on('second-instance', (_: unknown, args: readonly string[], folder: string) => {
    show()
    const file = fileArgument(args.slice(1), folder, app.getAppPath())
    if (file !== null) inbox.put(file)
  })
  app.on('open-file', (event: { preventDefault(): void }, path: string) => {
    // Else macOS says itself that it could not be opened.
    event.preventDefault()
    show()
    inbox.put(path)
  })
}
