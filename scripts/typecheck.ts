import { runPackage } from './run-package.ts'
import { runTool } from './tool-fault.ts'

const ROOMS = [
  'src-shared',
  'src-main',
  'src-renderer',
  'src-review',
  'src-engine',
  'src-engine/chat-page',
  'src-engine/desk/page',
  'src-cli',
  'tests',
  'bench',
  'scripts',
]
const AT_ONCE = 2

/** Checks every room with its own tsconfig, at most two at once; answers the rooms that failed. */
export async function typecheck(rooms: readonly string[] = ROOMS): Promise<readonly string[]> {
  const waiting = [...rooms]
  const failed: string[] = []
  const worker = async () => {
    for (let room = waiting.shift(); room !== undefined; room = waiting.shift())
      if (!(await checkRoom(room))) failed.push(room)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return failed
}

async function checkRoom(room: string): Promise<boolean> {
  const startedAt = performance.now()
  const { exitCode, output } = await runPackage(['typescript', 'tsc', '-p', room], { quiet: true })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${exitCode === 0 ? 'ok    ' : 'failed'}  ${room.padEnd(20)} ${seconds} s`)
  if (exitCode !== 0) console.log(output.trimEnd())
  return exitCode === 0
}

if (import.meta.main) await runTool(async () => ((await typecheck()).length > 0 ? 1 : 0))
