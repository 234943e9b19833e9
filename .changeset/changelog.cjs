// How `changeset version` writes a change into CHANGELOG.md: its own words and nothing else. A summary may be a list.
module.exports = {
  getReleaseLine: async ({ summary }) =>
    /^- /.test(summary) ? summary : `- ${summary.trim().replaceAll('\n', '\n  ')}`,
  getDependencyReleaseLine: async () => '',
}
