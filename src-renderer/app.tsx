import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import '@xyflow/react/dist/base.css'
import { useEffect } from 'react'
import { useKeys } from './commands/use-keys.ts'
import { onNotice } from './ipc/client.ts'
import { DropZone } from './library/drop-zone.tsx'
import { LibraryScreen } from './library/library-screen.tsx'
import { Banner } from './shell/banner.tsx'
import './shell/base.css'
import { Dialogs } from './shell/dialogs.tsx'
import { FileWork } from './shell/file-work.tsx'
import { hearNotice } from './shell/hear-notice.ts'
import { start } from './shell/start.ts'
import { styleNonce, theme } from './shell/theme.ts'
import './shell/tokens.css'
import { Workspace } from './shell/workspace.tsx'
import { useWorkbench } from './state/workbench.ts'

/** The window: the library or the open bot, with what may lie over either. */
export function App() {
  const scheme = useWorkbench(state => state.preferences.theme)
  const screen = useWorkbench(state => state.screen)
  const started = useWorkbench(state => state.started)
  useKeys()
  useEffect(() => {
    void start()
    return onNotice(hearNotice)
  }, [])
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
    >
      <div className="p-window">
        <Banner />
        <FileWork />
        <DropZone />
        {started && (screen === 'bot' ? <Workspace /> : <LibraryScreen />)}
      </div>
      <Dialogs />
    </MantineProvider>
  )
}
