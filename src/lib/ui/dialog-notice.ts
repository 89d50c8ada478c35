import { createContext, type Component } from 'svelte';

const [get, set, has] = createContext<Component>();

/** What a page has to tell at once, also whoever has one of its dialogs open: each draws it at its foot, whatever it asks. */
export const setDialogNotice = set;
export const dialogNoticeHere = (): Component | undefined => (has() ? get() : undefined);
