/** Words of the area `shell`; keys begin with its name. */
export const shell = {
}
