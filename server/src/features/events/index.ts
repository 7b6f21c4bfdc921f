export { createEvents, type Events } from './operations/events.ts';
export { eventRoutes } from './routes.ts';
