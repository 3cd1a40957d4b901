import { createTheme } from '@mantine/core'

/** The dark ramp of tokens.css as Mantine orders it: text first. */
const NEUTRALS = [
  '#ecedf1',
  '#bcbfc9',
  '#969aa7',
  '#6c707d',
  '#3a3d47',
  '#30333c',
  '#1d1f25',
  '#17181d',
  '#121317',
  '#0d0e11',
] as const

const ACCENT = [
  '#eef2ff',
  '#e3e9fd',
  '#c3d0fb',
  '#9db2f8',
  '#86a1ff',
  '#4767df',
  '#3a5bd9',
  '#3050c4',
  '#2844a8',
  '#1f3685',
] as const

/** What cannot be undone; with white on its main shades. */
const RED = [
  '#fff0ee',
  '#fde7e4',
  '#f8c4be',
  '#f29c93',
  '#ff8f84',
  '#c43a2f',
  '#b9261c',
  '#a01f16',
  '#851912',
  '#6a130d',
] as const

/** Mantine in the measures of design/interface.md; colours come from tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--p-font)',
  headings: { fontFamily: 'var(--p-font)', fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '13px', md: '15px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45' },
  defaultRadius: 6,
  colors: { dark: NEUTRALS, accent: ACCENT, red: RED },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        // Nothing of the window scrolls; locking it would write a style the page's policy refuses.
        lockScroll: false,
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.4 },
        // Its <header> would count as a banner of the page, of which there is one.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, fz: 12 } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 100 },
        shadow: 'md',
        // It would be an element of the menu that is none of its items.
        withInitialFocusPlaceholder: false,
      },
    },
  },
})

/** Main put the page's nonce into it; without one, styles that are made at run time would be refused. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
