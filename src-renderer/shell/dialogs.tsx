import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { type DialogName, useWorkbench } from '../state/workbench.ts'
import { returnFocus } from './return-focus.ts'

type Dialog = ComponentType<{ onClose: () => void }>

/** Every dialog is fetched when it is first opened: the start pays for none of them. */
const DIALOGS: Readonly<Record<DialogName, Dialog>> = {
  publish: lazy(async () => ({ default: (await import('../versions/publish-dialog.tsx')).PublishDialog })),
  engines: lazy(async () => ({ default: (await import('../versions/engines-dialog.tsx')).EnginesDialog })),
  saveVersion: lazy(async () => ({
    default: (await import('../versions/save-version-dialog.tsx')).SaveVersionDialog,
  })),
  settings: lazy(async () => ({ default: (await import('../versions/settings-dialog.tsx')).SettingsDialog })),
  botSettings: lazy(async () => ({
    default: (await import('../inspector/settings/bot-settings-dialog.tsx')).BotSettingsDialog,
  })),
  vault: lazy(async () => ({ default: (await import('../versions/vault-dialog.tsx')).VaultDialog })),
  newBot: lazy(async () => ({
    default: (await import('../library/new-bot/new-bot-dialog.tsx')).NewBotDialog,
  })),
  palette: lazy(fetchPalette),
  shortcuts: lazy(async () => ({
    default: (await import('../commands/shortcuts-dialog.tsx')).ShortcutsDialog,
  })),
  preview: lazy(async () => ({ default: (await import('../preview/preview-dialog.tsx')).PreviewDialog })),
  paste: lazy(async () => ({ default: (await import('../canvas/paste-dialog.tsx')).PasteDialog })),
  comments: lazy(async () => ({ default: (await import('../export/comments-dialog.tsx')).CommentsDialog })),
  submitReview: lazy(async () => ({
    default: (await import('../review/submit-dialog.tsx')).SubmitDialog,
  })),
  exportReview: lazy(async () => ({
    default: (await import('../review/export-dialog.tsx')).ExportDialog,
  })),
  reviewOffer: lazy(async () => ({ default: (await import('../review/offer-dialog.tsx')).OfferDialog })),
  bringConversations: lazy(async () => ({
    default: (await import('../testing/bring-dialog.tsx')).BringDialog,
  })),
  live: lazy(async () => ({ default: (await import('../live/live-dialog.tsx')).LiveDialog })),
  routing: lazy(async () => ({
    default: (await import('../integrations/routing-dialog.tsx')).RoutingDialog,
  })),
  connect: lazy(async () => ({ default: (await import('../canvas/connect-dialog.tsx')).ConnectDialog })),
}

async function fetchPalette(): Promise<{ default: Dialog }> {
  return { default: (await import('../commands/palette.tsx')).Palette }
}

const close = () => useWorkbench.setState({ dialog: null })

export function Dialogs() {
  const name = useWorkbench(state => state.dialog)
  // Words are typed into the palette right after its keys: it must not be fetched then.
  useEffect(() => {
    const idle = requestIdleCallback(() => void fetchPalette())
    return () => cancelIdleCallback(idle)
  }, [])
  useEffect(() => {
    if (!name) returnFocus()
  }, [name])
  if (!name) return null
  const Dialog = DIALOGS[name]
  return (
    <Suspense fallback={null}>
      <Dialog onClose={close} />
    </Suspense>
  )
}
