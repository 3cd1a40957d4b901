import { createTheme } from '@mantine/core'

/** Mantine in the measures of design/interface.md; colours come from tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--p-font)',
  headings: { fontFamily: 'var(--p-font)', fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '13px', md: '15px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45' },
  defaultRadius: 6,
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 5 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, fz: 12 } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
  },
})

/** Main put the page's nonce into it; without one, styles that are made at run time would be refused. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
