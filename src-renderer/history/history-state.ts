import { create } from 'zustand'

/** Whether the list of steps is shown. */
export const useHistoryList = create<Readonly<{ isOpen: boolean }>>()(() => ({ isOpen: false }))
