import { type BrowserWindow, dialog } from 'electron'
import type { Language } from '../../src-shared/kit/languages.ts'

/** What the kinds of files are called; everything else of these dialogs is the system's. */
const WORDS: Readonly<Record<Language, Readonly<{ bots: string; bot: string; texts: string }>>> = {
  en: { bots: 'Parley bots', bot: 'Parley bot', texts: 'Texts' },
  'pt-BR': { bots: 'Bots do Parley', bot: 'Bot do Parley', texts: 'Textos' },
  es: { bots: 'Bots de Parley', bot: 'Bot de Parley', texts: 'Textos' },
}

/** Asks for a bot's file; null when the person changed their mind. */
export async function askOpenFile(window: BrowserWindow, language: Language): Promise<string | null> {
  const filters = [{ name: WORDS[language].bots, extensions: ['parley', 'json'] }]
  const { filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] })
  return filePaths[0] ?? null
}

/** Asks for a file of texts; null when the person changed their mind. */
export async function askOpenTexts(window: BrowserWindow, language: Language): Promise<string | null> {
  const filters = [{ name: WORDS[language].texts, extensions: ['xlsx', 'csv', 'xlf', 'xliff'] }]
  const { filePaths } = await dialog.showOpenDialog(window, { filters, properties: ['openFile'] })
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
export async function askSaveFile(
  window: BrowserWindow,
  suggestedName: string,
  language: Language,
): Promise<string | null> {
  const filters = [{ name: WORDS[language].bot, extensions: ['parley'] }]
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
