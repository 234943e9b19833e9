/** The name of the configuration file in the working folder. */
export const CONFIGURATION_FILE = 'theme-convert.json'

/** The folder below a data folder with the journals of its migrations, each with all old and new files. */
export const journalsFolder = '.theme-convert'
