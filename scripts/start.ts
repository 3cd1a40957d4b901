import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Desktop, ensureDisplay, prepareDesktop } from './launch-electron.ts'
import { runTool, ToolFault } from './tool-fault.ts'

// npm start [-- --shot FILE.png] [--size 1920x1080] [--theme dark] [--dev] [anything the app understands]

/** Turns what was typed after `npm start --` into the app's arguments: values joined by `=`, the picture's path absolute. */
export function appArguments(typed: readonly string[], folder: string): readonly string[] {
  const args: string[] = []
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] as string
    const next = typed[i + 1]
    const joined = /^--(shot|size|theme)$/.test(word) && next !== undefined ? `${word}=${typed[++i]}` : word
    if (joined !== '--dev')
      args.push(joined.replace(/^--shot=(.*)$/, (_, file) => `--shot=${resolve(folder, file)}`))
  }
  return args
}

async function main(): Promise<number> {
  const typed = process.argv.slice(2)
  const desktop = await prepareDesktop({ dev: typed.includes('--dev') })
  console.log(desktop.says)
  const args = appArguments(typed, process.env.INIT_CWD ?? process.cwd())
  const screen = await ensureDisplay()
  try {
    const exitCode = await runApp(desktop, args)
    checkShot(args)
    return exitCode
  } finally {
    screen?.stop()
  }
}

/** A window asked for its picture before it is painted gives an empty one, which must not pass for a picture. */
function checkShot(args: readonly string[]): void {
  const file = args.find(arg => arg.startsWith('--shot='))?.slice('--shot='.length)
  if (file === undefined) return
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0)
    throw new ToolFault(`No picture was written to ${file}.`)
  console.log(`Picture: ${file}`)
}

function runApp(desktop: Desktop, args: readonly string[]): Promise<number> {
  const env = process.env.DISPLAY ? { ...desktop.env, DISPLAY: process.env.DISPLAY } : desktop.env
  const child = spawn(desktop.executable, [...desktop.args, ...args], { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((settle, reject) => {
    child.on('error', reject)
    child.on('close', code => settle(code ?? 1))
  })
}

if (import.meta.main) await runTool(main)
