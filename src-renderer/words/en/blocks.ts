/** Words of the area `blocks`; keys begin with its name. */
export const blocks = {
}
