/** Words of the area `simulator`; keys begin with its name. */
export const simulator = {
}
