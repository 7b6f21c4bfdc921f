export { fakeContext, type FakeContext } from './fake-context.ts';
export { contractProblems } from './contract-problems.ts';
export { channelRequest } from './channel-request.ts';
export { channelProblems, type ChannelUnderTest } from './channel-problems.ts';
