/** What is dragged, so that nothing else is taken for an agent. */
export const dragType = 'application/x-scenarium-agent';
