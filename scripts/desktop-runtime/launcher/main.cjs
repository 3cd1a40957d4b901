// What Electron's own default app does when given a folder, for a build that ships without one: run the `-r` modules,
// take the app's name, version and folder from the command line, then import its main module. better-sqlite3 is
// answered with the copy built for this Electron, because the current one needs a newer Node-API.
const Module = require('node:module')
const { readFileSync } = require('node:fs')
const { dirname, join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')
const { app } = require('electron')

const SQLITE = join(dirname(process.execPath), 'native', 'node_modules', 'better-sqlite3', 'lib', 'index.js')
const IS_SQLITE = /[\\/]node_modules[\\/]better-sqlite3[\\/]lib[\\/]index\.js$/
const { load } = Module.prototype

// require() and import both come here with the file they found.
Module.prototype.load = function (filename) {
  if (filename === SQLITE || !IS_SQLITE.test(filename)) return load.call(this, filename)
  this.filename = filename
  this.exports = require(SQLITE)
  this.loaded = true
}

function readCommandLine(args) {
  const modules = []
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') modules.push(args[++i])
    else if (!args[i].startsWith('-')) return { modules, folder: resolve(args[i]) }
  }
  return { modules, folder: process.cwd() }
}

async function launch() {
  const { modules, folder } = readCommandLine(process.argv.slice(1))
  for (const module of modules) require(resolve(module))
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setAppPath(folder)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  await import(pathToFileURL(join(folder, manifest.main)).href)
}

module.exports = launch().catch(error => {
  console.error(error)
  app.exit(1)
})
