import { loadMessages } from '#lib/messages/messages.ts';

// A component is drawn after its messages have been loaded, as the layout of the pages does it.
await loadMessages('en');
