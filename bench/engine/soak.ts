import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { runSoak } from './soak/run-soak.ts'

// `npm run soak`: the engine under load while parts of it are killed, then every address under the fuzzer (issue 6).

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '15' }, fuzz: { type: 'string', default: '50000' } },
})

const soaked = await runSoak(Number(values.minutes), (sent, heard) =>
  console.error(
    `${sent.told} said, ${heard.taken} heard, ${heard.repeats} repeats, ${sent.again} sent again`,
  ),
)
for (const [name, value] of Object.entries(soaked)) console.log(`${name.padEnd(12)} ${value}`)
const isWhole = soaked.lost + soaked.doubled + soaked.outOfOrder + soaked.unsigned === 0
console.log(
  isWhole ? 'Nothing lost, nothing doubled, in order.' : 'Something is missing, doubled or out of order.',
)
if (!isWhole) process.exitCode = 1

if (Number(values.fuzz) > 0) {
  const args = ['vitest', 'run', '--project', 'parley', 'tests/integration/engine/fuzz.sqlite.test.ts']
  const env = { ...process.env, PARLEY_FUZZ: values.fuzz }
  if (spawnSync('npx', args, { stdio: 'inherit', env }).status !== 0) process.exitCode = 1
}
