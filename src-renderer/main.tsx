import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app.tsx'
import { startWords } from './words/i18n.ts'

// The page may not make code from text, and zod would try to.
z.config({ jitless: true })
startWords()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
