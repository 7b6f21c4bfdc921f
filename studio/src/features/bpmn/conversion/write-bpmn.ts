// A door of its own: what writes BPMN is loaded by whoever downloads a file.
export { toBpmn } from '@scenarium/language';
