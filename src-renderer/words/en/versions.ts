/** Words of the area `versions`; keys begin with its name. */
export const versions = {
}
