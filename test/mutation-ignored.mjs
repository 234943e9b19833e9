/** What a rule declares for people to read, which test/descriptions looks at, and no unit test. */
const declared = new Set(['meta', 'description'])

/** Leaves mutants of texts out that no unit test is about. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'declarations',
    value: {
      shouldIgnore(path) {
        return path.isVariableDeclarator() && declared.has(path.node.id.name)
          ? 'Declared for people, and tested with the descriptions.'
          : undefined
      },
    },
  },
]
