/** The name of the configuration file in the working folder. */
export const CONFIGURATION_FILE = 'theme-convert.json'
