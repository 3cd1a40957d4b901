import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import '@xyflow/react/dist/base.css'
import { lazy, Suspense, useEffect } from 'react'
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
import { Loading } from './ui/loading.tsx'

const CompareScreen = lazy(async () => ({
  default: (await import('./compare/compare-screen.tsx')).CompareScreen,
}))
const MergeScreen = lazy(async () => ({ default: (await import('./merge/merge-screen.tsx')).MergeScreen }))

/** The window: the library the open bot, or two of its versions, with what may lie over each. */
export function App() {
  const scheme = useWorkbench(state => state.preferences.theme)
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
        {started && <Screen />}
      </div>
      <Dialogs />
    </MantineProvider>
  )
}

function Screen() {
  const screen = useWorkbench(state => state.screen)
  switch (screen) {
    case 'library':
      return <LibraryScreen />
    case 'bot':
    case 'present':
      return <Workspace />
    case 'compare':
    case 'merge':
      return (
        <Suspense fallback={<Loading />}>{screen === 'merge' ? <MergeScreen /> : <CompareScreen />}</Suspense>
      )
  }
}
