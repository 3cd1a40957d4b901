import { describe, expect, test } from 'vitest'
import { findCycles, forbiddenImports, importsOf, readSources, type Sources } from './import-graph.ts'

function graph(files: Record<string, readonly string[]>): Sources {
  return new Map(Object.entries(files))
}

describe('the five rooms', () => {
  const sources = readSources()

  test('import only what the architecture allows', () => {
    expect(forbiddenImports(sources)).toEqual([])
  })

  test('hold no import cycle, of values or of types', () => {
    expect(findCycles(sources).map(cycle => cycle.join(' -> '))).toEqual([])
  })
})

describe('the checker can fail', () => {
  test('sees every way of importing', () => {
    const code = `import type { A } from './a.ts'
      import { type B } from './b.ts'
      import './side-effect.ts'
      export * from './c.ts'
      export { d } from './d.ts'
      const x: import('./e.ts').E = await import('./f.ts')
      const view = <div>{x}</div>`
    const names = ['a', 'b', 'side-effect', 'c', 'd', 'f', 'e']
    expect(importsOf('x.tsx', code)).toEqual(names.map(name => `./${name}.ts`))
  })

  test.each([
    ['src-shared/kit/a.ts', 'node:fs'],
    ['src-shared/kit/a.ts', 'react'],
    ['src-shared/kit/a.ts', '../document/record.ts'],
    ['src-shared/document/a.ts', '../blocks/ask.ts'],
    ['src-shared/expression/a.ts', '../document/record.ts'],
    ['src-shared/runtime/a.ts', '../lint/check.ts'],
    ['src-shared/strange/a.ts', '../kit/result.ts'],
    ['src-shared/kit/a.ts', '../../src-main/main.ts'],
    ['src-main/a.ts', '../src-renderer/app.tsx'],
    ['src-main/a.ts', 'react'],
    ['src-renderer/a.tsx', 'electron'],
    ['src-renderer/a.tsx', 'node:path'],
    ['src-engine/a.ts', 'electron'],
    ['src-engine/a.ts', '../src-main/store/open.ts'],
    ['src-cli/a.ts', '../src-engine/server.ts'],
    ['src-cli/a.ts', 'left-pad'],
    ['src-main/a.ts', '../scripts/build.ts'],
  ])('%s must not import %s', (file, specifier) => {
    expect(forbiddenImports(graph({ [file]: [specifier] }))).toHaveLength(1)
  })

  test.each([
    ['src-shared/blocks/ask.ts', '../expression/compile.ts'],
    ['src-shared/ipc/contract.ts', '../lint/check.ts'],
    ['src-main/a.ts', '../src-shared/kit/result.ts'],
    ['src-renderer/a.tsx', 'react-dom/client'],
    ['src-engine/a.ts', 'node:http'],
  ])('%s may import %s', (file, specifier) => {
    expect(forbiddenImports(graph({ [file]: [specifier] }))).toEqual([])
  })

  test('finds a cycle through several files, and none in a diamond', () => {
    const ring = graph({ 'r/a.ts': ['./b.ts'], 'r/b.ts': ['./c.ts'], 'r/c.ts': ['./a.ts'] })
    expect(findCycles(ring)).toEqual([['r/a.ts', 'r/b.ts', 'r/c.ts', 'r/a.ts']])
    const diamond = graph({
      'r/a.ts': ['./b.ts', './c.ts'],
      'r/b.ts': ['./d.ts'],
      'r/c.ts': ['./d.ts'],
      'r/d.ts': [],
    })
    expect(findCycles(diamond)).toEqual([])
  })
})
