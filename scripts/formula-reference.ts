import { signatureOf } from '../src-shared/expression/function-signature.ts'
import { FUNCTIONS, type FunctionName } from '../src-shared/expression/functions.ts'

const INTRODUCTION = `# Formulas

*Made from the function table by \`npm run docs\`; its examples are run by the tests, with 2026-03-01 as
today, in English on WhatsApp, after the customer wrote “Great, thanks!”.*

A formula is what conditions and *Set variable* blocks hold; in texts it stands between double braces, as in
\`Hello {{NOME_CLIENTE|there}}\` (the word after the bar is shown when the variable is empty) or
\`{{ROUND(PRICE * 1.2, 2)}}\`.

| what | how |
|---|---|
| values | \`12.5\`, \`"text"\`, \`true\`, \`null\` (empty), \`["a", "b"]\` (a list) |
| variables | their names: \`ORDER_TOTAL\`; one without a value is empty: 0 in sums, nothing in texts, false in conditions |
| arithmetic | \`+ - * / %\`, \`^\` for powers (write \`(-2)^2\` with parentheses), rounded to 15 digits, so \`0.1 + 0.2\` is 0.3 |
| comparison | \`== != < <= > >=\`; a number equals the text that writes it |
| logic | \`&& || !\` and \`condition ? one : other\`, or AND, OR, NOT, IF |
| texts | \`"Room " + 12\` joins them |

Dividing by zero, and values that do not fit, make a formula fail: a condition's branch is then not taken, *Set variable*
leaves at its error port, and a place in a text stays empty. The simulator shows each failure with its place.

## Functions

Names may be written in small letters.

| function | what it gives | example | result |
|---|---|---|---|
`

/** The page of all functions, from the one table they are defined in. */
export function formulaReference(): string {
  const names = Object.keys(FUNCTIONS).sort() as FunctionName[]
  return INTRODUCTION + names.map(row).join('')
}

function row(name: FunctionName): string {
  const { summary, examples } = FUNCTIONS[name]
  const sources = examples.map(({ source }) => code(source)).join('<br>')
  const results = examples.map(({ result }) => code(JSON.stringify(result))).join('<br>')
  return `| ${code(signatureOf(name))} | ${summary} | ${sources} | ${results} |\n`
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
