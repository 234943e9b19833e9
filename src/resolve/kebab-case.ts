export { default as kebabCase } from 'lodash-es/kebabCase.js'
