import type { HostCallHandler } from './handler.ts';
import { notConfigured } from './not-configured.ts';

/** Chats come with a chat server; without one there is no transcript. */
export const chatTranscript: HostCallHandler<'chat-transcript'> = () => notConfigured('chat server');
