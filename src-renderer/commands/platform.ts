/** Whether Cmd stands where others have Ctrl. */
export const IS_MAC = navigator.platform.startsWith('Mac')
