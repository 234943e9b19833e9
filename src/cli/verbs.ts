import type { Verb, Verbs } from './commands/command.js'

/** The verbs by their names, in the order of the help. */
export const verbs: Verbs = new Map(
  Object.entries<Verb>({
    convert: {
      about: 'converts a theme of any generation to a release of oCIS or OpenCloud',
      load: async () => (await import('./commands/convert.js')).convertCommand,
    },
    validate: {
      about: 'checks that a release accepts and renders a theme',
      load: async () => (await import('./commands/validate.js')).validateCommand,
    },
    detect: {
      about: 'detects the generation of a file',
      load: async () => (await import('./commands/detect.js')).detectCommand,
    },
    resolve: {
      about: 'shows the final values of a theme, and where each comes from',
      load: async () => (await import('./commands/resolve.js')).resolveCommand,
    },
    preview: {
      about: 'draws what users will see, before and after',
      load: async () => (await import('./commands/preview.js')).previewCommand,
    },
    branding: {
      about: 'makes a branding file from a name, a logo and links',
      load: async () => (await import('./commands/branding.js')).brandingCommand,
    },
    doctor: {
      about: 'shows what an upgrade of the server changes, and what to set',
      load: async () => (await import('./commands/doctor.js')).doctorCommand,
    },
    migrate: {
      about: 'migrates the themes and the logo of a whole instance',
      load: async () => (await import('./commands/migrate.js')).migrateCommand,
    },
    explain: {
      about: 'explains a finding, with examples',
      load: async () => (await import('./commands/explain.js')).explainCommand,
    },
    targets: {
      about: 'lists the releases, and what changed in each',
      load: async () => (await import('./commands/targets.js')).targetsCommand,
    },
    completion: {
      about: 'prints the script that completes commands in a shell',
      load: async () => (await import('./commands/completion.js')).completionCommand(verbs),
    },
    help: {
      about: 'shows the help of a command',
      load: async () => (await import('./commands/help.js')).helpCommand(verbs),
    },
    version: {
      about: 'shows the version',
      load: async () => (await import('./commands/version.js')).versionCommand,
    },
  }),
)
