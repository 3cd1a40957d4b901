import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge, Notice } from '../src-shared/ipc/contract.ts'

// All that the window can reach of the system. The channel names are repeated from ipc/serve.ts, which a sandboxed
// script cannot import without taking the other end of the channel along.
const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke('parley:call', name, args),
  onNotice(listener) {
    const hear = (_: IpcRendererEvent, notice: Notice) => listener(notice)
    ipcRenderer.on('parley:notice', hear)
    return () => void ipcRenderer.off('parley:notice', hear)
  },
}

contextBridge.exposeInMainWorld('parley', bridge)
