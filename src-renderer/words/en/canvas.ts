/** Words of the area `canvas`; keys begin with its name. */
export const canvas = {
  edit: {
    addBlock: 'Add {{name}}',
    moveBlocks_one: 'Move {{count}} block',
    moveBlocks_other: 'Move {{count}} blocks',
    deleteSelection_one: 'Delete {{count}} block',
    deleteSelection_other: 'Delete {{count}} blocks',
    deleteEdges_one: 'Delete {{count}} edge',
    deleteEdges_other: 'Delete {{count}} edges',
    duplicateBlocks_one: 'Duplicate {{count}} block',
    duplicateBlocks_other: 'Duplicate {{count}} blocks',
    connect: 'Connect',
    changeBlock: 'Change {{name}}',
  },
}
