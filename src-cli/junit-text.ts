/** A test that was played; `failure` tells what went another way, null where nothing did. */
export type Tested = Readonly<{ name: string; steps: number; failure: readonly string[] | null }>

/** The report CI systems read: one suite per bot. */
export function junitText(bot: string, tested: readonly Tested[]): string {
  const failures = tested.filter(({ failure }) => failure !== null).length
  const cases = tested.flatMap(({ name, steps, failure }) => {
    const open = `    <testcase classname="${escaped(bot)}" name="${escaped(name)}" assertions="${steps}"`
    if (failure === null) return [`${open}/>`]
    const [step = '', ...rest] = failure
    return [
      `${open}>`,
      `      <failure message="${escaped(step)}">${escaped(rest.join('\n'))}</failure>`,
      '    </testcase>',
    ]
  })
  const counts = `tests="${tested.length}" failures="${failures}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(bot)}" ${counts} errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML has no way to write becomes the replacement sign. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, sign => SIGNS[sign] ?? sign)
}
