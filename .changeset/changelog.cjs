// Formats a change for CHANGELOG.md: its summary, which may be a list, and nothing else.
module.exports = {
  getReleaseLine: async ({ summary }) =>
    /^- /.test(summary) ? summary : `- ${summary.trim().replaceAll('\n', '\n  ')}`,
  getDependencyReleaseLine: async () => '',
}
