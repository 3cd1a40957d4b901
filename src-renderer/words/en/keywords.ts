/** Words of the area `keywords`; keys begin with its name. */
export const keywords = {
}
