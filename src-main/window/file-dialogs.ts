import { type BrowserWindow, dialog } from 'electron'

const PACKAGES = { name: 'Parley bots', extensions: ['parley', 'json'] }

/** Asks for a bot's file; null when the person changed their mind. */
export async function askOpenFile(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { filters: [PACKAGES], properties: ['openFile'] })
  return filePaths[0] ?? null
}

const TEXTS = { name: 'Texts', extensions: ['xlsx', 'csv', 'xlf', 'xliff'] }

/** Asks for a file of texts; null when the person changed their mind. */
export async function askOpenTexts(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { filters: [TEXTS], properties: ['openFile'] })
  return filePaths[0] ?? null
}

/** Asks where to write a file of texts, in the format of the suggested name. */
export async function askSaveTexts(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const format = suggestedName.split('.').at(-1) ?? 'csv'
  const filters = [{ name: format.toUpperCase(), extensions: [format] }]
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters })
  return canceled || !filePath ? null : filePath
}

/** Asks where to write a package; the system asks before an existing file is replaced. */
export async function askSaveFile(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const filters = [{ name: 'Parley bot', extensions: ['parley'] }]
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters })
  return canceled || !filePath ? null : filePath
}

/** Asks where to write a review file, or its specification. */
export async function askSaveReview(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const format = suggestedName.split('.').at(-1) ?? 'html'
  const filters = [{ name: format.toUpperCase(), extensions: [format] }]
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters })
  return canceled || !filePath ? null : filePath
}

const COMMENTS = { name: 'Comments', extensions: ['parley-comments', 'txt', 'eml'] }

/** Asks for a file of comments; null when the person changed their mind. */
export async function askOpenComments(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { filters: [COMMENTS], properties: ['openFile'] })
  return filePaths[0] ?? null
}

/** Asks where to write the picture of a flow. */
export async function askPictureFile(
  window: BrowserWindow,
  suggestedName: string,
  format: 'svg' | 'png' | 'pdf',
): Promise<string | null> {
  const filters = [{ name: format.toUpperCase(), extensions: [format] }]
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters })
  return canceled || !filePath ? null : filePath
}
