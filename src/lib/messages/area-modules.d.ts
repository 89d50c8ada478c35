// One area of a compiled catalogue: the build leaves the messages of the others out (message-areas.ts at the root).
declare module '*?area=common';
declare module '*?area=join';
declare module '*?area=board';
declare module '*?area=me';
declare module '*?area=proposal';
declare module '*?area=facilitate';
declare module '*?area=screen';
declare module '*?area=organise';
declare module '*?area=refusal';
