/** Events of the platform that scenarios often wait for; any other name may be typed. */
export const EVENTS = ['conversation.started', 'conversation.finished', 'ticket.opened'].map((value) => ({
  value,
  label: value,
}));
